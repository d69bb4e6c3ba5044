import { queryOptions } from '@tanstack/react-query'
import { type Day, mondayOf, weekOf } from './week.ts'

// Public holidays depend on the country, which the library takes from an answer of Nominatim.
const FRANCE = { lat: 46, lon: 2, address: { country_code: 'fr', state: '' } }

/**
 * This week's hours of a text in OSM syntax; an error when it cannot be read. The library weighs a megabyte
 * and is fetched with the first hours shown.
 */
export const weekQuery = (text: string | null, today: Date) =>
  queryOptions({
    queryKey: ['week', text, mondayOf(today).toISOString()],
    queryFn: async (): Promise<Day[]> => {
      const { default: OpeningHours } = await import('opening_hours')
      return weekOf(new OpeningHours(text ?? '', FRANCE), mondayOf(today))
    },
    enabled: Boolean(text?.trim()),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
