/** A value as one query parameter: lists join with commas, absent and empty ones are left out. */
const toParameter = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value)) return value.length > 0 ? value.join(',') : undefined
  return String(value)
}

/** `?family=A,B&archived=true`, or nothing. Commas stay readable: a query may carry them as they are. */
export function toSearch(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    const parameter = toParameter(value)
    if (parameter !== undefined) search.set(key, parameter)
  }
  return search.size > 0 ? `?${search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}` : ''
}

/** Path and query of an endpoint, filled: `/api/actors/:id` with `{ id }` and `{ q: 'écoute' }`. */
export const toAddress = (
  path: string,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string => path.replace(/:(\w+)/g, (_, key) => encodeURIComponent(String(params[key]))) + toSearch(query)
