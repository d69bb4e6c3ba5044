/** What other features may read of indicators: values behind the mask, never as they were published. */
export { readValues } from './read-values.ts'
