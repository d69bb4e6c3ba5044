import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Axis } from '#api/domain/assessment'
import { LEVELS } from '#contract/assessments'
import type { Scales } from '#contract/scales'
import type { Standing } from '#web/ui/quadrants.ts'

const KEYS = ['zero', 'one', 'two', 'three'] as const

type Renamed = Pick<Scales, 'need' | 'possibility' | 'quadrants'>

/** How levels and quadrants are said here: in the words of the workspace, else in those of the product. */
export function useScaleWords(scales: Renamed) {
  const { t } = useTranslation('assessments')
  return useMemo(() => {
    const whole = (axis: Axis, level: number) =>
      scales[axis]?.[level] ?? t(`levels.${axis}.${KEYS[level] ?? 'zero'}`)
    /** A level or a median: « important », « entre « utile » et « important » », « sans avis ». */
    const level = (axis: Axis, value: number | null): string => {
      if (value === null) return t('noOpinion')
      if (Number.isInteger(value)) return whole(axis, value)
      return t('between', { low: whole(axis, Math.floor(value)), high: whole(axis, Math.ceil(value)) })
    }
    const brief = (axis: Axis, value: number | null): string =>
      value === null || Number.isInteger(value)
        ? level(axis, value)
        : t('betweenBrief', { low: whole(axis, Math.floor(value)), high: whole(axis, Math.ceil(value)) })
    return {
      t,
      level,
      /** Both levels where something else says which is which: « important · facile ». */
      pair: (need: number | null, possibility: number | null): string =>
        t('both', { need: brief('need', need), possibility: brief('possibility', possibility) }),
      /** From 0 to 3. */
      levels: (axis: Axis): string[] => LEVELS.map((value) => whole(axis, value)),
      /** What a level of the product means; undefined where the workspace has words of its own. */
      meaning: (axis: Axis, value: number): string | undefined =>
        scales[axis] ? undefined : t(`meaning.${axis}.${KEYS[value] ?? 'zero'}`),
      standing: (standing: Standing): string =>
        (standing in (scales.quadrants ?? {}) && scales.quadrants?.[standing as 'watch']) ||
        t(`standing.${standing}`),
      /** « besoin : important · possibilité : facile ». */
      both: (need: number | null, possibility: number | null): string =>
        t('both', {
          need: t('needOf', { level: level('need', need) }),
          possibility: t('possibilityOf', { level: level('possibility', possibility) }),
        }),
    }
  }, [t, scales])
}
export type ScaleWords = ReturnType<typeof useScaleWords>
