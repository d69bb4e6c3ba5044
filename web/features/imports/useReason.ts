import { useTranslation } from 'react-i18next'
import { REMARKS, type RemarkCode } from '#api/domain/import-remarks'
import type { ImportRemark } from '#contract/imports'
import type { Language } from '#web/i18n/languages.ts'
import { keepTogether } from '#web/i18n/spacing.ts'

const isKnown = (code: string): code is RemarkCode => Object.hasOwn(REMARKS, code)

/** A remark as a sentence: by its code, or the server's own words with the code when nobody translated it. */
export function useReason() {
  const { t, i18n } = useTranslation('imports')
  const language = i18n.language as Language
  return ({ code, message }: Pick<ImportRemark, 'code' | 'message'>): string =>
    isKnown(code) ? keepTogether(REMARKS[code][language]) : t('reason.unknown', { code, message })
}
