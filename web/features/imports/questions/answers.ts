import type { TFunction } from 'i18next'

const CONIC = /^EPSG:39(4[2-9]|50)$/

/** What an answer is called, when the interface has words for it: `EPSG:3950` is « CC50 ». */
export function answerWords(value: string, t: TFunction<'mapping'>): string | undefined {
  const conic = CONIC.exec(value)
  if (conic) return t('answer.conic', { zone: conic[1] })
  return t(`answer.${value.replace(':', '_')}` as 'answer.swapped', { defaultValue: '' }) || undefined
}
