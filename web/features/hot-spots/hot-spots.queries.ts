import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { type HotSpotsQuery, hotSpotEndpoints } from '#contract/hot-spots'
import type { IndicatorKey } from '#contract/indicators'
import { call } from '#web/http/call.ts'
import { isUnreachable } from '#web/http/errors.ts'

export type Asked = z.input<typeof HotSpotsQuery> & { reach?: number }
/** One indicator of a composite; `turned` when less means harder. */
export type Part = IndicatorKey & { turned: boolean }

// A refusal says that there are too few zones: an answer, which asking again would not change.
const retry = (failures: number, error: unknown) => failures < 2 && isUnreachable(error)

export const hotSpotsQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['hot-spots', asked],
    queryFn: ({ signal }) => call(hotSpotEndpoints.find, { query: asked as never }, { signal }),
    placeholderData: keepPreviousData,
    retry,
  })

export const compositeQuery = (territory: string, parts: readonly Part[]) =>
  queryOptions({
    queryKey: ['composites', territory, parts],
    queryFn: ({ signal }) =>
      call(hotSpotEndpoints.composite, { query: { territory, of: JSON.stringify(parts) } }, { signal }),
    retry,
  })
