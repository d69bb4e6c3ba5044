import { useQuery } from '@tanstack/react-query'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OBSERVATION_SHAPES } from '#contract/observations'
import { HexBrush } from '#web/map/HexBrush.tsx'
import { SOMEWHERE_RADIUS } from '#web/map/hexagons.ts'
import { pickedZones, ZONE_SURFACES } from '#web/map/layers/picked-zones.ts'
import { zoneContours, zoneNames } from '#web/map/layers/zones.ts'
import type { MapHandle } from '#web/map/MapCanvas.tsx'
import { ContoursContext } from '#web/map/PointsMap.tsx'
import { GroundContext } from '#web/map/useGround.ts'
import { usePalette } from '#web/map/usePalette.ts'
import type { Stroke } from '#web/map/useStrokes.ts'
import { FRANCE } from '#web/map/viewport.ts'
import { zoneQuery } from '#web/place/zones.queries.ts'
import { Button } from '#web/ui/Button.tsx'
import form from '#web/ui/form.module.css'
import { Icon } from '#web/ui/Icon.tsx'
import { toggled } from '../draft.ts'
import type { FieldsProps } from './fields.ts'
import css from './form.module.css'
import { Segment } from './Segment.tsx'
import { ZonesField } from './ZonesField.tsx'

const TOOLS = ['paint', 'erase', 'move'] as const
const SIZES = ['small', 'large'] as const
const RADIUS = { small: 0, large: 1 }
const PRESSABLE = [ZONE_SURFACES]

/** Where: a surface, always. */
export function WhereFields({ draft, onChange, lacks }: FieldsProps) {
  const { t } = useTranslation('observations')
  const [tool, setTool] = useState<(typeof TOOLS)[number]>('paint')
  const [size, setSize] = useState<(typeof SIZES)[number]>('large')
  const { shape, hexagons, zoneIds } = draft
  const stroke: Record<typeof shape, Stroke> = {
    hexagons: tool === 'move' ? undefined : tool,
    zones: undefined,
    somewhere: 'disc',
  }
  return (
    <fieldset className={form.group} data-where>
      <legend>{t('form.where')}</legend>
      <p className={css.never}>
        <Icon name="shield" />
        {t('form.never')}
      </p>
      <Segment
        labelHidden
        label={t('form.shapes')}
        options={OBSERVATION_SHAPES.map((value) => ({ value, label: t(`form.shape.${value}`) }))}
        value={shape}
        // A disc is not what was painted: neither stands for the other.
        onChange={(next) => onChange({ shape: next, ...(next !== shape && { hexagons: [] }) })}
      />
      <p className={css.detail}>{t(`form.shapeHint.${shape}`)}</p>
      {shape === 'hexagons' && (
        <div className={css.tools}>
          <Segment
            labelHidden
            label={t('brush.tools')}
            options={TOOLS.map((value) => ({ value, label: t(`brush.tool.${value}`) }))}
            value={tool}
            onChange={setTool}
          />
          <Segment
            labelHidden
            label={t('brush.sizes')}
            options={SIZES.map((value) => ({ value, label: t(`brush.size.${value}`) }))}
            value={size}
            onChange={setSize}
          />
        </div>
      )}
      <WhereMap
        draft={draft}
        onChange={onChange}
        stroke={stroke[shape]}
        radius={shape === 'somewhere' ? SOMEWHERE_RADIUS : RADIUS[size]}
      />
      {shape === 'zones' ? (
        <ZonesField value={zoneIds} onChange={(next) => onChange({ zoneIds: next })} />
      ) : (
        <div className={form.actions}>
          <output>{t('form.cells', { count: hexagons.length })}</output>
          {hexagons.length > 0 && (
            <Button look="quiet" icon="close" onPress={() => onChange({ hexagons: [] })}>
              {t('form.clear')}
            </Button>
          )}
        </div>
      )}
      {lacks.includes('where') && (
        <p role="alert" className={css.lack}>
          {t('form.whereMissing')}
        </p>
      )}
    </fieldset>
  )
}

function WhereMap({
  draft: { shape, hexagons, zoneIds },
  onChange,
  stroke,
  radius,
}: Pick<FieldsProps, 'draft' | 'onChange'> & { stroke: Stroke; radius: number }) {
  const { t, i18n } = useTranslation('observations')
  const territory = use(GroundContext)
  const tiles = use(ContoursContext)
  const palette = usePalette()
  const map = useRef<MapHandle>(null)
  const [firstZone] = useState(zoneIds[0])
  const bounds = useQuery({ ...zoneQuery(firstZone ?? ''), enabled: firstZone !== undefined }).data?.bounds
  useEffect(() => {
    if (bounds) map.current?.fit(bounds, 60)
  }, [bounds])
  const picked = shape === 'zones' ? zoneIds : null
  const parts = useMemo(
    () =>
      tiles
        ? [
            zoneContours(tiles, palette),
            ...(picked ? [pickedZones(picked, palette)] : [pickedZones([], palette)]),
            zoneNames(palette),
          ]
        : [],
    [tiles, palette, picked],
  )
  return (
    <div className={css.map}>
      <HexBrush
        hexagons={shape === 'zones' ? [] : hexagons}
        onChange={(next) => onChange({ hexagons: next })}
        stroke={stroke}
        radius={radius}
        start={territory?.bounds ?? FRANCE}
        parts={parts}
        pressable={PRESSABLE}
        onPress={({ features: [zone] }) =>
          shape === 'zones' && zone && onChange({ zoneIds: toggled(zoneIds, String(zone.properties.id)) })
        }
        words={{
          label: t('brush.label'),
          help: t('brush.help'),
          nearest: t('brush.nearest'),
          keyboard: t('brush.keyboard'),
          keyboardHelp: t('brush.keyboardHelp'),
          on: t('brush.on'),
          off: t('brush.off'),
          count: t('form.cells', { count: hexagons.length }),
        }}
        locale={i18n.language}
        handle={map}
      />
    </div>
  )
}
