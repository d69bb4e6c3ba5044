import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EditTerritory } from '#web/features/territories/EditTerritory.tsx'
import { NewTerritory } from '#web/features/territories/NewTerritory.tsx'
import { classes } from '#web/ui/classes.ts'
import { Guarded } from './frame/Guarded.tsx'
import css from './page.module.css'

const route = getRouteApi('/territories/$id')

/** One territory as a form: a new one, or one that exists. */
export const TerritoryPage = () => (
  <Guarded action="territory:write">
    <Form />
  </Guarded>
)

function Form() {
  const { t } = useTranslation('territories')
  const { id } = route.useParams()
  const isNew = id === 'new'
  return (
    <div className={classes(css.page, css.narrow)}>
      <header>
        <h1>{t(isNew ? 'titleNew' : 'titleEdit')}</h1>
        <p className={css.lead}>{t('what')}</p>
      </header>
      {isNew ? <NewTerritory /> : <EditTerritory key={id} id={id} />}
    </div>
  )
}
