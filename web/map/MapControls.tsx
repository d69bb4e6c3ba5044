import type { Map as MapInstance } from 'maplibre-gl'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import styles from './MapControls.module.css'

/** Zoom by one level, with buttons that a finger can press and a screen reader can name. */
export function MapControls({ map, children }: { map: MapInstance | null; children?: React.ReactNode }) {
  const { t } = useTranslation('map')
  return (
    <div className={styles.controls}>
      {children}
      <div className={styles.zoom}>
        <IconButton icon="plus" label={t('zoomIn')} onPress={() => map?.zoomIn()} />
        <IconButton icon="minus" label={t('zoomOut')} onPress={() => map?.zoomOut()} />
      </div>
    </div>
  )
}
