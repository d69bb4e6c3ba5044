import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, codeOf } from '../http/errors.ts'

/** Says an error as a sentence: by its stable code, or plainly with the code shown when nobody translated it. */
export function useErrorWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors')
  return useCallback(
    (error) => {
      const code = codeOf(error)
      const values = error instanceof ApiError ? error.problem.values : undefined
      const known = i18n.exists(`code.${code}`, { ns: 'errors' })
      return known ? t(`code.${code as 'forbidden'}`, values ?? {}) : t('unknown', { code })
    },
    [t, i18n],
  )
}
