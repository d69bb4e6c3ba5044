import { useState } from 'react'
import { isPersonal } from '#api/domain/audience'
import type { Place } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { placeLine } from '../card/describe.ts'
import type { EditorProps } from '../card/fields.tsx'
import { newPlace } from './newPlace.ts'
import { PlaceForm } from './PlaceForm.tsx'
import css from './place.module.css'

/** The places of an actor: one open at a time, each of its fields saved as it is left. */
export function PlacesEditor({ actor, words, rights, save }: EditorProps) {
  const { places } = actor
  const { t } = words
  const [started, setStarted] = useState<Place | undefined>(() => (places.length ? undefined : newPlace()))
  const [open, setOpen] = useState(places.length === 1 ? places[0]?.id : started?.id)
  const rows = started && !places.some(({ id }) => id === started.id) ? [...places, started] : places
  const write = (value: Place[]) => save({ field: 'places', value })
  const put = (next: Place) => {
    const index = places.findIndex(({ id }) => id === next.id)
    if (index < 0) setStarted(next)
    return write(index < 0 ? [...places, next] : places.with(index, next))
  }
  const remove = (id: string) => {
    setStarted(undefined)
    if (places.some((place) => place.id === id)) write(places.filter((place) => place.id !== id))
  }
  const add = () => {
    const place = newPlace()
    setStarted(place)
    setOpen(place.id)
  }
  return (
    <div className={css.editor}>
      {rows.map((place, index) => (
        <section key={place.id} className={css.place} aria-label={t('place.title', { number: index + 1 })}>
          {rows.length > 1 && (
            <Button
              look="quiet"
              className={css.name ?? ''}
              aria-expanded={open === place.id}
              onPress={() => setOpen(open === place.id ? undefined : place.id)}
            >
              <Icon name={open === place.id ? 'chevronDown' : 'chevronRight'} />
              {placeLine(place) || t('place.title', { number: index + 1 })}
            </Button>
          )}
          {open === place.id && (
            <PlaceForm
              place={place}
              isPersonal={isPersonal(actor)}
              reads={rights.writes ? rights.reads : undefined}
              words={words}
              onChange={put}
              onRemove={() => remove(place.id)}
            />
          )}
        </section>
      ))}
      <Button icon="plus" onPress={add}>
        {t('place.add')}
      </Button>
    </div>
  )
}
