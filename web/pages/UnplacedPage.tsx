import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unplaced } from '#contract/geocoding'
import { PlaceFinder } from '#web/features/actors/place/PlaceFinder.tsx'
import { useUndoToast } from '#web/features/actors/useUndoToast.ts'
import { type Placing, usePlace } from '#web/features/geocoding/geocoding.queries.ts'
import { SearchAll } from '#web/features/geocoding/SearchAll.tsx'
import { ServiceSwitch } from '#web/features/geocoding/ServiceSwitch.tsx'
import { addressOf } from '#web/features/geocoding/UnplacedCard.tsx'
import { UnplacedList } from '#web/features/geocoding/UnplacedList.tsx'
import { useTerritory } from '#web/features/territories/territories.queries.ts'
import { GroundContext } from '#web/map/useGround.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Guarded } from './frame/Guarded.tsx'
import page from './page.module.css'

/** Places that have an address and no point: found, chosen among what resembles, or put by hand. */
export const UnplacedPage = () => (
  <Guarded action="geocoding:read">
    <Page />
  </Guarded>
)

function Page() {
  const { t } = useTranslation('geocoding')
  const territory = useTerritory()
  const { saved, refused } = useUndoToast()
  const place = usePlace()
  const [byHand, setByHand] = useState<Unplaced>()
  const put = (placing: Placing) =>
    place.mutateAsync(placing).then(
      ({ seq }) => {
        saved(t('one.placed', { name: placing.item.actor.name }), seq)
        return true
      },
      (error) => {
        refused(error)
        return false
      },
    )
  return (
    <GroundContext value={territory}>
      <div className={page.page}>
        <header>
          <h1>{t('title')}</h1>
          <p className={page.lead}>{t('lead')}</p>
        </header>
        <SearchAll onLocated={saved} />
        <UnplacedList isPlacing={place.isPending} onPlace={put} onHand={setByHand} />
        <ServiceSwitch />
      </div>
      <Dialog
        title={byHand ? t('hand.title', { name: byHand.actor.name }) : ''}
        isOpen={byHand !== undefined}
        onClose={() => setByHand(undefined)}
      >
        {byHand && (
          <>
            <p>{addressOf(byHand)}</p>
            <PlaceFinder
              near={byHand.candidates[0]?.point.coordinates}
              onChoose={({ point }) => {
                setByHand(undefined)
                put({ item: byHand, point })
              }}
            />
          </>
        )}
      </Dialog>
    </GroundContext>
  )
}
