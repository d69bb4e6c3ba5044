import { use, useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { GroundContext } from '#web/map/useGround.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { useCreateActor } from '../actors.commands.ts'
import { TypePicker } from '../card/TypePicker.tsx'
import { newPlace } from '../place/newPlace.ts'
import { PlaceFinder, type Spot } from '../place/PlaceFinder.tsx'
import { withSpot } from '../place/PlaceForm.tsx'
import { useActorWords } from '../useActorWords.ts'
import { useUndoToast } from '../useUndoToast.ts'
import css from './add.module.css'
import { NameStep } from './NameStep.tsx'

/** A name, a type, a place: three short steps, and known actors are shown before a double is made. */
export function AddActor({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (id: string, point?: readonly [number, number]) => void
}) {
  const { t, type } = useActorWords()
  const [name, setName] = useState('')
  const [typeId, setType] = useState<string>()
  const [step, setStep] = useState<1 | 2 | 3>(1)
  const create = useCreateActor()
  const ground = use(GroundContext)
  const steps = useRef<HTMLDivElement>(null)

  // After the dialog has looked for where the keyboard went when the step before left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is what calls the keyboard
  useEffect(() => {
    const timer = setTimeout(() => steps.current?.querySelector('input')?.focus(), 30)
    return () => clearTimeout(timer)
  }, [step])

  const { saved, refused } = useUndoToast()
  const add = async (spot?: Spot) => {
    if (!typeId || create.isPending) return
    const places = spot ? [withSpot(newPlace(), spot)] : []
    // Without a place, it would be of no territory and vanish: it is taken to work here, until someone says where.
    const communes = spot ? [] : (ground?.communeCodes ?? [])
    const area = { communes, zones: [], polygon: null }
    try {
      const { actor, seq } = await create.mutateAsync({ id: v7(), name: name.trim(), typeId, places, area })
      onClose()
      saved(t('addActor.added', { name: actor.name }), seq)
      onAdded(actor.id, spot?.point)
    } catch (error) {
      refused(error)
    }
  }
  const open = (id: string, point?: readonly [number, number]) => {
    onClose()
    onAdded(id, point)
  }
  return (
    <Dialog isOpen title={t('addActor.title')} onClose={onClose}>
      <div ref={steps} className={css.steps}>
        <p className={css.step}>{t('addActor.step', { step })}</p>
        {step === 1 && <NameStep name={name} onName={setName} onOpen={open} onNext={() => setStep(2)} />}
        {step > 1 && (
          <div className={css.chosen}>
            <Button look="quiet" icon="edit" onPress={() => setStep(1)}>
              {name}
            </Button>
            {step > 2 && typeId && (
              <Button look="quiet" icon="edit" onPress={() => setStep(2)}>
                {type(typeId)}
              </Button>
            )}
          </div>
        )}
        {step === 2 && (
          <TypePicker
            autoFocus
            label={t('addActor.type')}
            value={typeId ?? null}
            onChange={(id) => {
              setType(id)
              setStep(3)
            }}
          />
        )}
        {step === 3 && typeId && (
          <>
            <h3>{t('addActor.place')}</h3>
            <PlaceFinder onChoose={add} confirm={t('addActor.confirm')} />
            <Button look="quiet" isDisabled={create.isPending} onPress={() => add()}>
              {t('addActor.placeLater')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  )
}
