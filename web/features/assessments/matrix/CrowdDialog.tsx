import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { foundIn } from '../foundIn.ts'
import { useDesk } from '../judging.ts'
import css from './plane.module.css'

const SHOWN = 60

/** Everybody who stands at one place, by name. */
export function CrowdDialog({
  title,
  actors,
  onSelect,
  onMove,
  onClose,
}: {
  title: string
  actors: readonly ActorBrief[]
  onSelect: (id: string) => void
  onMove: (actor: ActorBrief) => void
  onClose: () => void
}) {
  const { t } = useTranslation('assessments')
  const { mayAssess } = useDesk()
  const [query, setQuery] = useState('')
  const found = foundIn(actors, query)
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <SearchField label={t('tray.search')} labelHidden value={query} onChange={setQuery} />
      <ul className={css.crowdList}>
        {found.slice(0, SHOWN).map((actor) => (
          <li key={actor.id} className={css.crowdItem}>
            <FamilySymbol family={actor.family} size={24} />
            <span className={css.crowdName}>{actor.name}</span>
            <Button look="quiet" onPress={then(() => onSelect(actor.id))}>
              {t('plane.open')}
            </Button>
            {mayAssess && (
              <Button look="quiet" onPress={then(() => onMove(actor))}>
                {t('plane.move')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p>{t('tray.more', { count: found.length - SHOWN })}</p>}
    </Dialog>
  )
}
