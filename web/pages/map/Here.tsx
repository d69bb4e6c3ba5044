import { useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Family } from '#contract/nomenclature'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import overlay from '#web/ui/overlay.module.css'
import css from './Here.module.css'

export type Found = { id: string; name: string; family: Family; state: string }

/** The actors that share a spot, listed beside it: none hides another. */
export function Here({
  pixel: [left, top],
  found,
  onOpen,
  onClose,
}: {
  pixel: readonly [number, number]
  found: Found[]
  onOpen: (id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation('map')
  const spot = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={spot} className={css.spot} style={{ left, top }} />
      <Popover
        triggerRef={spot}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        className={classes(overlay.popover)}
      >
        <Dialog aria-label={t('here', { count: found.length })} className={css.here ?? ''}>
          <p className={css.title}>{t('here', { count: found.length })}</p>
          <ul className={css.list}>
            {found.map(({ id, name, family, state }) => (
              <li key={id}>
                <Button look="quiet" className={css.actor ?? ''} onPress={() => onOpen(id)}>
                  <FamilySymbol family={family} size={30} stale={state === 's'} unverified={state === 'u'} />
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </>
  )
}
