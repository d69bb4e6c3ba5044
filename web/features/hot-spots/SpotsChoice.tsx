import { useTranslation } from 'react-i18next'
import { HOT_SPOT_METHODS, NEIGHBOURS } from '#contract/hot-spots'
import { NumberField } from '#web/ui/NumberField.tsx'
import { RadioCards } from '#web/ui/RadioCards.tsx'
import { Select } from '#web/ui/Select.tsx'

export type Method = (typeof HOT_SPOT_METHODS)[number]
export type Neighbours = (typeof NEIGHBOURS)[number]
/** Neighbours for `nearest`, metres for `distance`: what is proposed first. */
export const REACH: Partial<Record<Neighbours, number>> = { nearest: 8, distance: 1_500 }

/** Which question is asked of each zone, and who its neighbours are. */
export function SpotsChoice({
  method,
  neighbours,
  reach,
  onChange,
}: {
  method: Method
  neighbours: Neighbours
  reach: number | undefined
  onChange: (next: { method: Method; neighbours: Neighbours; reach: number | undefined }) => void
}) {
  const { t } = useTranslation('hotSpots')
  return (
    <>
      <RadioCards
        label={t('method')}
        options={HOT_SPOT_METHODS.map((value) => ({ value, label: t(value), detail: t(`${value}Detail`) }))}
        value={method}
        onChange={(next) => onChange({ method: next, neighbours, reach })}
      />
      <Select
        label={t('neighbours')}
        options={NEIGHBOURS.map((value) => ({ value, label: t(value) }))}
        value={neighbours}
        onChange={(next) => onChange({ method, neighbours: next, reach: REACH[next] })}
      />
      {reach !== undefined && (
        <NumberField
          label={t(neighbours === 'nearest' ? 'reachCount' : 'reachMetres')}
          value={reach}
          minValue={1}
          maxValue={neighbours === 'nearest' ? 50 : 100_000}
          onChange={(next) => !Number.isNaN(next) && onChange({ method, neighbours, reach: next })}
        />
      )}
    </>
  )
}
