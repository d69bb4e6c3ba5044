import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isToDiscuss, type Position } from '#api/domain/assessment'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { type Named, useDesk } from '../judging.ts'
import { Sayings } from './Sayings.tsx'
import css from './talk.module.css'

/** Actors on whom opinions lie two levels apart and of whom nobody has talked since; nothing when there are none. */
export const ToDiscuss = memo(function ToDiscuss({
  actors,
  positions,
}: {
  actors: readonly Named[]
  positions: ReadonlyMap<string, Position>
}) {
  const { t } = useTranslation('assessments')
  const { discussions, discuss } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const open = useMemo(
    () =>
      actors.flatMap((actor) => {
        const position = positions.get(actor.id)
        return position && isToDiscuss(position, discussions) ? [{ actor, position }] : []
      }),
    [actors, positions, discussions],
  )
  if (!open.length) return null
  const talk = (actor: Named, position: Position) => {
    setOpen(false)
    discuss(actor, position)
  }
  return (
    <>
      <Button icon="exchange" className={css.open ?? ''} onPress={() => setOpen(true)}>
        {t('talk.title')} · {t('number', { value: open.length })}
      </Button>
      <Dialog title={t('talk.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Disagreements of={open} onTalk={talk} />
      </Dialog>
    </>
  )
})

/** Hundreds of sentences, which are put together when somebody reads them. */
function Disagreements({
  of: open,
  onTalk,
}: {
  of: readonly { actor: Named; position: Position }[]
  onTalk: (actor: Named, position: Position) => void
}) {
  const { t } = useTranslation('assessments')
  const { mayAssess, reasonWords, lens } = useDesk()
  return (
    <>
      <p>{t('talk.lead', { count: open.length })}</p>
      <ul className={css.list}>
        {open.map(({ actor, position }) => (
          <li key={actor.id} className={css.item}>
            <div className={css.head}>
              <span>
                <strong>{actor.name}</strong>
                {lens.reasonId === null && (
                  <span className={css.soft}> — {reasonWords(position.reasonId)}</span>
                )}
              </span>
              {mayAssess && (
                <Button
                  aria-label={t('talk.openOf', { actor: actor.name })}
                  onPress={() => onTalk(actor, position)}
                >
                  {t('talk.open')}
                </Button>
              )}
            </div>
            <Sayings dots={position.dots} />
          </li>
        ))}
      </ul>
    </>
  )
}
