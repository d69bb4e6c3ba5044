import { useTranslation } from 'react-i18next'
import type { Actor } from '#contract/actors'
import { Hours } from '#web/place/Hours.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { AudienceSign } from '../audience/AudienceSign.tsx'
import type { ActorWords } from '../useActorWords.ts'
import css from './card.module.css'
import { placeLine } from './describe.ts'

const FEW = 3

/** Where the actor is and when it is open; the first places, the others behind one tap. */
export function PlacesView({ actor, words }: { actor: Actor; words: ActorWords }) {
  const { t } = words
  const { t: say } = useTranslation('persons')
  const today = new Date()
  const line = (place: Actor['places'][number]) => (
    <li key={place.id}>
      <p>
        {place.kind !== 'fixed' && <strong>{t(`place.${place.kind}`)} : </strong>}
        {placeLine(place) || t(place.point ? 'place.located' : 'place.unlocated')}
      </p>
      {place.approximate && (
        <p className={css.approximate}>
          <Icon name="approximate" size={18} />
          {say('place.approximate')}
        </p>
      )}
      <AudienceSign audience={place.audience} />
      {place.hours && (
        <div className={css.line}>
          <Icon name="clock" size={18} />
          <Hours hours={place.hours} today={today} />
        </div>
      )}
    </li>
  )
  const [few, others] = [actor.places.slice(0, FEW), actor.places.slice(FEW)]
  return (
    <>
      <ul className={css.places}>{few.map(line)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{t('showAll', { count: actor.places.length })}</summary>
          <ul className={css.places}>{others.map(line)}</ul>
        </details>
      )}
    </>
  )
}
