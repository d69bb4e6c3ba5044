import { FORMAT_WORDS } from '#api/domain/import-formats'
import type { ImportFormat } from '#contract/imports'

/** What a format is called in the reader's language; null when none was recognised. */
export const formatName = (format: ImportFormat | null, language: string): string | null =>
  format && FORMAT_WORDS[format][language.startsWith('en') ? 'en' : 'fr']
