import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { runQuery } from '#web/features/imports/imports.queries.ts'
import { RunPanel } from '#web/features/imports/RunPanel.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { ContoursContext } from '#web/map/PointsMap.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './DataPage.module.css'
import { SeeOnMap } from './data/SeeOnMap.tsx'
import { ToCompare } from './data/ToCompare.tsx'
import { ToPlace } from './data/ToPlace.tsx'
import { useCommuneTiles } from './data/useCommuneTiles.ts'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** One import from the dropped file to the map, at an address of its own: a reload or another device finds it as it is. */
export const ImportPage = () => (
  <Guarded action="import:read">
    <Import />
  </Guarded>
)

function Import() {
  const { t } = useTranslation('imports')
  const { bytes, moment } = useFormat()
  const { id } = useParams({ from: '/territory/data/imports/$id' })
  const { data: run } = useQuery(runQuery(id))
  const isFictional = useTerritory()?.demo
  return (
    <div className={page.page}>
      <header className={css.title}>
        <Link to="/data" search={({ lang, territory }) => ({ lang, territory })} className={css.back ?? ''}>
          <Icon name="chevronLeft" size={18} />
          {t('back')}
        </Link>
        <h1>{run?.filename ?? t('title')}</h1>
        {run && <p className={css.soft}>{[bytes(run.bytes), moment(run.startedAt)].join(' · ')}</p>}
      </header>
      {isFictional && (
        <p className={css.note}>
          <Icon name="info" />
          {t('fictional')}
        </p>
      )}
      <ContoursContext value={useCommuneTiles()}>
        <RunPanel
          key={id}
          id={id}
          onMap={(bounds) => <SeeOnMap bounds={bounds} />}
          toPlace={<ToPlace />}
          toCompare={<ToCompare run={id} />}
        />
      </ContoursContext>
    </div>
  )
}
