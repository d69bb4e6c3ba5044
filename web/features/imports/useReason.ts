import { useTranslation } from 'react-i18next'
import { REMARKS, type RemarkCode } from '#api/domain/import-remarks'
import type { ImportRemark } from '#contract/imports'
import type { Language } from '#web/i18n/languages.ts'

const isKnown = (code: string | null): code is RemarkCode => code !== null && code in REMARKS

/**
 * A remark as a sentence: by its code, or the server's own words with the code when nobody translated it.
 * `more_remarks` counts, under `value`, the rows that another code (its `field`) was not repeated for.
 */
export function useReason() {
  const { t, i18n } = useTranslation('imports')
  const language = i18n.language as Language
  return ({ code, message, field, value }: ImportRemark): string => {
    if (code === 'more_remarks' && isKnown(field))
      return t('reason.more', { reason: REMARKS[field][language], count: Number(value) })
    return isKnown(code) ? REMARKS[code][language] : t('reason.unknown', { code, message })
  }
}
