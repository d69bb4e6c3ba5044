import { useTranslation } from 'react-i18next'
import type { Grid } from '#contract/grid'
import { toSquaresText } from '#web/features/indicators/squares.ts'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { useView } from '#web/useView.ts'

const GROUNDS = ['zones', 'squares'] as const

/** Figures by zone or by square, where a grid was imported. */
export function GroundTabs({ grids, value }: { grids: readonly Grid[]; value: (typeof GROUNDS)[number] }) {
  const { t } = useTranslation('indicators')
  const [, change] = useView()
  const [grid] = grids
  if (!grid) return null
  return (
    <ToggleTabs
      label={t('ground.label')}
      options={GROUNDS.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
      value={value}
      onChange={(ground) =>
        change({
          squares: ground === 'squares' ? toSquaresText(grid.vintage, 'poor_households') : undefined,
          zone: undefined,
        })
      }
    />
  )
}
