import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import css from './NetworkView.module.css'

/** Nearer, farther, everything. */
export function NetworkTools({
  onNearer,
  onFarther,
  onFit,
}: {
  onNearer: () => void
  onFarther: () => void
  onFit: () => void
}) {
  const { t } = useTranslation('ties')
  return (
    <Group className={css.tools ?? ''} aria-label={t('network.view')}>
      <IconButton look="plain" icon="plus" label={t('network.nearer')} onPress={onNearer} />
      <IconButton look="plain" icon="minus" label={t('network.farther')} onPress={onFarther} />
      <IconButton look="plain" icon="locate" label={t('network.fit')} onPress={onFit} />
    </Group>
  )
}
