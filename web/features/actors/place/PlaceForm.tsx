import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PLACE_KINDS, type Place } from '#contract/actors'
import type { Audience } from '#contract/roles'
import { CommuneSearch } from '#web/place/CommuneSearch.tsx'
import { HoursField } from '#web/place/HoursField.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { CommitField } from '#web/ui/CommitField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Select } from '#web/ui/Select.tsx'
import { AudienceSelect } from '../audience/AudienceSelect.tsx'
import type { ActorWords } from '../useActorWords.ts'
import { PlaceFinder, type Spot } from './PlaceFinder.tsx'
import css from './place.module.css'

/** What a found spot says about a place; what it does not know stays as it was. */
export const withSpot = (place: Place, { point, located }: Spot): Place => ({
  ...place,
  point: { type: 'Point', coordinates: [...point] },
  ...(located?.kind === 'address' && { address: located.label }),
  ...(located?.communeCode &&
    located.communeCode !== place.communeCode && {
      communeCode: located.communeCode,
      communeName: located.kind === 'commune' ? located.label : null,
    }),
  ...(located?.postcode && { postcode: located.postcode }),
})

/** One place, every field saved by itself. */
export function PlaceForm({
  place,
  isPersonal,
  reads,
  words: { t },
  onChange,
  onRemove,
}: {
  place: Place
  /** A person's function: of where they are, only the commune is kept. */
  isPersonal: boolean
  /** What whoever writes may read; undefined for those who propose. */
  reads: Audience | undefined
  words: ActorWords
  onChange: (place: Place) => void
  onRemove: () => void
}) {
  const [isFinding, setFinding] = useState(false)
  const { t: say } = useTranslation('persons')
  const set = (change: Partial<Place>) => onChange({ ...place, ...change })
  return (
    <div className={css.form}>
      {isPersonal ? (
        <p className={css.personal}>
          <Icon name="approximate" />
          {say('place.personal')}
        </p>
      ) : (
        <div className={css.spot}>
          <span>{t(place.point ? 'place.located' : 'place.unlocated')}</span>
          <Button icon="locate" onPress={() => setFinding(true)}>
            {t(place.point ? 'place.relocate' : 'place.locate')}
          </Button>
        </div>
      )}
      <Select
        label={t('place.kind')}
        value={place.kind}
        options={PLACE_KINDS.map((kind) => ({
          value: kind,
          label: t(`place.${kind}`),
          detail: t(`place.${kind}Detail`),
        }))}
        onChange={(kind) => set({ kind })}
      />
      {!isPersonal && (
        <>
          <CommitField label={t('place.label')} value={place.label} onCommit={(label) => set({ label })} />
          <CommitField
            label={t('place.address')}
            value={place.address}
            onCommit={(address) => set({ address })}
          />
          <CommitField
            label={t('place.postcode')}
            inputMode="numeric"
            value={place.postcode}
            check={(text) => (/^\d{5}$/.test(text) ? undefined : t('place.postcodeWrong'))}
            onCommit={(postcode) => set({ postcode })}
          />
        </>
      )}
      {place.communeCode && (
        <p>
          <Chip
            removeLabel={t('contact.remove', { value: place.communeName ?? place.communeCode })}
            onRemove={() => set({ communeCode: null, communeName: null })}
          >
            {place.communeName ?? place.communeCode}
          </Chip>
        </p>
      )}
      <CommuneSearch
        label={t('place.commune')}
        onChoose={({ code, name, postcodes }) =>
          set({
            communeCode: code,
            communeName: name,
            ...(!place.postcode && postcodes.length === 1 && { postcode: postcodes[0] }),
          })
        }
      />
      <HoursField hours={place.hours} onCommit={(hours) => set({ hours })} />
      {reads && (
        <AudienceSelect value={place.audience} upTo={reads} onChange={(audience) => set({ audience })} />
      )}
      <Button look="danger" icon="close" onPress={onRemove}>
        {t('place.remove')}
      </Button>
      <Dialog title={t('locate.title')} isOpen={isFinding} onClose={() => setFinding(false)}>
        <PlaceFinder
          from={place.point?.coordinates}
          onChoose={(spot) => {
            setFinding(false)
            onChange(withSpot(place, spot))
          }}
        />
      </Dialog>
    </div>
  )
}
