import { useTranslation } from 'react-i18next'
import { useActorWords } from '#web/features/actors/useActorWords.ts'
import { useUndoToast } from '#web/features/actors/useUndoToast.ts'
import { SharedList } from '#web/features/sharing/SharedList.tsx'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** Actors that other workspaces of the server offer. */
export const SharedPage = () => (
  <Guarded action="shared:read">
    <Page />
  </Guarded>
)

function Page() {
  const { t } = useTranslation('sharing')
  const { type } = useActorWords()
  const { saved } = useUndoToast()
  return (
    <div className={page.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className={page.lead}>{t('lead')}</p>
      </header>
      <SharedList typeName={type} onTaken={saved} />
    </div>
  )
}
