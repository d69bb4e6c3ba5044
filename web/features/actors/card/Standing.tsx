import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { actorQuery } from '../actors.queries.ts'
import css from './card.module.css'
import type { ViewProps } from './fields.tsx'

/** How the actor stands to its source and to other actors: gone from it, merged, or a part of another. */
export function Standing({ actor: { source, goneAt, mergedInto, partOf }, words: { t, day } }: ViewProps) {
  return (
    <>
      {goneAt && (
        <p className={css.archived}>{t('card.gone', { source: source ?? '', date: day(goneAt) })}</p>
      )}
      {mergedInto && <Other id={mergedInto} label={t('card.mergedInto')} />}
      {partOf && <Other id={partOf} label={t('card.partOf')} />}
    </>
  )
}

function Other({ id, label }: { id: string; label: string }) {
  const { data } = useQuery(actorQuery(id))
  if (!data) return null
  return (
    <p>
      {label}{' '}
      <Link to="." search={(now) => ({ ...now, actor: id })}>
        {data.name}
      </Link>
    </p>
  )
}
