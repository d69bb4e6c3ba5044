import { useTranslation } from 'react-i18next'
import { PersonRights } from '#web/features/privacy/PersonRights.tsx'
import { classes } from '#web/ui/classes.ts'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** For whoever receives a request: everything that the workspace holds about one person. */
export const PersonPage = () => (
  <Guarded action="person:find">
    <Page />
  </Guarded>
)

function Page() {
  const { t, i18n } = useTranslation('persons')
  const { t: actors } = useTranslation('actors')
  const field = (name: string) =>
    i18n.exists(`field.${name}`, { ns: 'actors' }) ? actors(`field.${name as 'name'}`) : ''
  return (
    <div className={classes(page.page, page.narrow)}>
      <header>
        <h1>{t('page.title')}</h1>
        <p className={page.lead}>{t('page.lead')}</p>
      </header>
      <PersonRights field={field} />
    </div>
  )
}
