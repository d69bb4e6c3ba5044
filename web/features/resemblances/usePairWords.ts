import { useTranslation } from 'react-i18next'
import { nearnessOf } from '#api/domain/resemblance-places'
import type { Resemblance } from '#contract/resemblances'
import { ApiError, codeOf } from '#web/http/errors.ts'
import { useAuthor } from '#web/i18n/useAuthor.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'

/** How the page says what this feature does not know: fields, their values, types, moments. */
export type PairSurroundings = {
  /** Fields in the order in which they are read. */
  order: readonly string[]
  field: (field: string) => string
  value: (field: string, value: unknown) => string
  type: (typeId: string) => string
  moment: (instant: string) => string
  verified: (instant: string | null) => string
}

/** Metres, as one says them: by ten beyond a hundred. */
const said = (metres: number): number => (metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10)

/** Pairs, their reasons and what was decided, in words. */
export function usePairWords({ field }: PairSurroundings) {
  const { t } = useTranslation('resemblances')
  const say = useErrorWords()
  const who = useAuthor()

  function nearness({ actors: [one, other] }: Resemblance): string {
    const { metres, sameAddress, sameCommune } = nearnessOf(one.places, other.places)
    if (sameAddress) return t('reason.same_address')
    if (metres !== null) return t('reason.metres', { count: said(metres) })
    return sameCommune ? t('reason.same_commune') : ''
  }
  return {
    t,
    names: ({ actors: [one, other] }: Resemblance) => t('pair.names', { one: one.name, other: other.name }),
    /** « même SIRET ; noms proches, à 40 m ». */
    reasons: (pair: Resemblance) =>
      pair.reasons
        .map((reason) =>
          reason === 'name_and_place'
            ? [t('reason.name_and_place'), nearness(pair)].filter(Boolean).join(', ')
            : t(`reason.${reason}`),
        )
        .join(t('reason.between')),
    decided: (pair: Resemblance): string => {
      const part = pair.actors.find(({ id }) => id === pair.part)
      const whole = pair.actors.find(({ id }) => id !== pair.part)
      return t(`decided.${pair.verdict ?? 'unsure'}`, { part: part?.name, whole: whole?.name })
    },
    by: ({ decidedBy }: Resemblance) => who(decidedBy ?? 'former_member'),
    /** A refusal, with the fields that it names in words. */
    refusal: (error: unknown): string => {
      const named = error instanceof ApiError ? error.problem.values?.fields : undefined
      const fields = Array.isArray(named) ? named.map((one) => field(String(one))).join(', ') : ''
      const code = codeOf(error)
      if (code === 'edited_since') return t('refusal.edited_since', { fields })
      if (code === 'merge_would_leak') return t('refusal.merge_would_leak', { fields })
      return say(error)
    },
  }
}
export type PairWords = ReturnType<typeof usePairWords>
