import { useTranslation } from 'react-i18next'
import { clear, replaceFilter } from '#web/features/actors/filter.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { useChange } from '#web/useView.ts'
import { useCooperationContext } from './useCooperation.ts'

/** The filter leaves nobody: how to see somebody again. */
export function Nobody() {
  const { t } = useTranslation('cooperation')
  const change = useChange()
  const { filter } = useCooperationContext()
  return (
    <EmptyState
      title={t('nobody.title')}
      action={
        <Button onPress={() => change(replaceFilter(filter, clear(filter)))}>{t('nobody.clear')}</Button>
      }
    >
      {t('nobody.words')}
    </EmptyState>
  )
}
