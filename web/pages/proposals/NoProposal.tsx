import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import type { Search } from '#web/search.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** Nothing waits: how proposals come, and for who may, where the public link is made. */
export function NoProposal() {
  const { t } = useTranslation('proposals')
  const mayShare = useMay('workspace:write')
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        mayShare && (
          <ButtonLink
            icon="link"
            to="/workspace"
            search={({ territory, lang }: Search) => ({ territory, lang })}
          >
            {t('empty.action')}
          </ButtonLink>
        )
      }
    >
      {t(mayShare ? 'empty.words' : 'empty.ask')}
    </EmptyState>
  )
}
