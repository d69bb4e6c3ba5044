import { EstimatesView } from '#web/features/estimates/EstimatesView.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { useView } from '#web/useView.ts'
import css from './analyses.module.css'

/** Where one could ask the partners what they see: the runs, or the one that the address names. */
export function Estimates() {
  const territory = useTerritory()
  const [{ estimate, zone }, change] = useView()
  if (!territory) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={css.scrolls} tabIndex={0}>
      <EstimatesView
        territory={territory}
        opened={estimate}
        onOpen={(id) => change({ estimate: id, zone: undefined })}
        zone={zone}
        onZone={(id) => change({ zone: id })}
      />
    </section>
  )
}
