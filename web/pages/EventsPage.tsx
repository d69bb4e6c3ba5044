import { useTranslation } from 'react-i18next'
import { EventList } from '#web/features/privacy/EventList.tsx'
import { classes } from '#web/ui/classes.ts'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** What concerned the security of the workspace. */
export const EventsPage = () => (
  <Guarded action="event:read">
    <Page />
  </Guarded>
)

function Page() {
  const { t } = useTranslation('persons')
  return (
    <div className={classes(page.page, page.narrow)}>
      <header>
        <h1>{t('events.title')}</h1>
        <p className={page.lead}>{t('events.lead')}</p>
      </header>
      <EventList />
    </div>
  )
}
