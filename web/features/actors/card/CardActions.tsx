import type { Actor } from '#contract/actors'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { useShelve } from '../actors.commands.ts'
import type { ActorWords } from '../useActorWords.ts'
import { useUndoToast } from '../useUndoToast.ts'

/** What one rarely does: show it on the map, archive it, put it back. */
export function CardActions({
  actor,
  words: { t },
  mayArchive,
  onShow,
}: {
  actor: Actor
  mayArchive: boolean
  words: ActorWords
  onShow: ((point: readonly [number, number]) => void) | undefined
}) {
  const shelve = useShelve(actor.id)
  const { saved, refused } = useUndoToast()
  const point = actor.places.find((place) => place.point)?.point?.coordinates
  const verb = actor.archivedAt ? 'restore' : 'archive'
  const run = () =>
    shelve
      .mutateAsync(verb)
      .then(
        ({ seq }) => saved(t(verb === 'archive' ? 'archivedNow' : 'restoredNow', { name: actor.name }), seq),
        refused,
      )
  const canShow = onShow && point
  if (!canShow && !mayArchive) return null
  return (
    <Menu label={t('card.more')} trigger={<IconButton icon="more" label={t('card.more')} />}>
      {canShow && <MenuItem icon="pin" label={t('card.onMap')} onAction={() => onShow(point)} />}
      {mayArchive && (
        <MenuItem icon={verb === 'archive' ? 'archive' : 'undo'} label={t(`card.${verb}`)} onAction={run} />
      )}
    </Menu>
  )
}
