import { useTranslation } from 'react-i18next'
import { MeasuresPanel } from '#web/features/ties/measures/MeasuresPanel.tsx'
import { NetworkView } from '#web/features/ties/network/NetworkView.tsx'
import { Fold } from '#web/ui/Fold.tsx'
import { useSelected, useViewPart } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'
import css from './Network.module.css'

/** Who is tied to whom among the actors of the page, and what that says in sentences. */
export default function Network() {
  const { t } = useTranslation('cooperation')
  const table = useViewPart((search) => search.table)
  const selected = useSelected()
  const { actors, others, ties, positions, onSelect, onTie, may, path, named, onNamed } =
    useCooperationContext()
  return (
    <div className={css.view}>
      <div className={css.inside}>
        <div className={css.network}>
          <NetworkView
            actors={actors}
            others={others}
            ties={ties}
            positions={positions}
            selected={selected}
            onSelect={onSelect}
            onTie={onTie}
            mayWrite={may.write}
            mayArchive={may.archive}
            table={table}
            path={path}
            named={named}
          />
        </div>
        <Fold title={t('network.measures')} className={css.measures}>
          <div className={css.sentences}>
            <MeasuresPanel actors={actors} others={others} ties={ties} named={named} onNamed={onNamed} />
          </div>
        </Fold>
      </div>
    </div>
  )
}
