import { isPersonal } from '#api/domain/audience'
import type { ActorSummary } from '#contract/actors'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import css from './ActorRow.module.css'
import { AudienceSign } from './audience/AudienceSign.tsx'
import type { ActorWords } from './useActorWords.ts'

/** One actor in a list: what it is, where, whether somebody has checked, whether it is open. */
export function ActorRow({
  actor,
  words,
  badge,
}: {
  actor: ActorSummary
  words: ActorWords
  /** What the page says of it. */
  badge?: React.ReactNode
}) {
  const { t, name } = words
  const where = actor.communes.join(', ') || t('noCommune')
  return (
    <>
      <span className={css.symbol}>
        <FamilySymbol
          family={actor.family}
          size={38}
          stale={actor.freshness === 'stale'}
          unverified={actor.freshness === 'unverified'}
          label={name(`family.${actor.family}`)}
        />
      </span>
      <span className={css.text}>
        <span className={css.name}>{actor.name}</span>
        <span className={css.detail}>
          {words.type(actor.typeId)} · {where}
        </span>
        {badge}
        <span className={css.signs}>
          <span data-freshness={actor.freshness}>{words.verified(actor.verifiedAt)}</span>
          {actor.openNow !== null && (
            <span className={css.open} data-open={actor.openNow}>
              {t(actor.openNow ? 'openNow' : 'closedNow')}
            </span>
          )}
          {actor.places > 1 && <span>{t('placesCount', { count: actor.places })}</span>}
          {actor.places > 0 && !actor.point && <span>{t('notOnMap')}</span>}
          {isPersonal(actor) && actor.point && <span>{t('approximate')}</span>}
          <AudienceSign audience={actor.audience} />
          {actor.places === 0 && <span>{t('noPlace')}</span>}
        </span>
      </span>
    </>
  )
}
