import { use, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import type { ActorInput } from '#contract/actors'
import type { Audience } from '#contract/roles'
import { GroundContext } from '#web/map/useGround.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { useCreateActor } from '../actors.commands.ts'
import { AudienceSelect } from '../audience/AudienceSelect.tsx'
import { TypePicker } from '../card/TypePicker.tsx'
import { newPlace } from '../place/newPlace.ts'
import { PlaceFinder, type Spot } from '../place/PlaceFinder.tsx'
import { withSpot } from '../place/PlaceForm.tsx'
import { useActorRights } from '../useActorRights.ts'
import { useActorWords } from '../useActorWords.ts'
import { useUndoToast } from '../useUndoToast.ts'
import css from './add.module.css'
import { Chosen } from './Chosen.tsx'
import { NameStep } from './NameStep.tsx'
import { ProposeStep } from './ProposeStep.tsx'

type Step = 1 | 2 | 3 | 4

/** A name, a type, a place: three short steps, and known actors are shown before a double is made. A proposal has a fourth. */
export function AddActor({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (id: string, point?: readonly [number, number]) => void
}) {
  const { t, types } = useActorWords()
  const { t: say } = useTranslation('proposals')
  const [name, setName] = useState('')
  const [typeId, setType] = useState<string>()
  // Who may write some families only proposes the others.
  const { proposes, reads } = useActorRights(types.find(({ id }) => id === typeId))
  const [audience, setAudience] = useState<Audience>('public')
  const [proposed, setProposed] = useState<ActorInput>()
  const [step, setStep] = useState<Step>(1)
  const create = useCreateActor()
  const ground = use(GroundContext)
  const steps = useRef<HTMLDivElement>(null)

  // After the dialog has looked for where the keyboard went when the step before left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is what calls the keyboard
  useEffect(() => {
    const timer = setTimeout(() => steps.current?.querySelector<HTMLElement>('input, textarea')?.focus(), 30)
    return () => clearTimeout(timer)
  }, [step])

  const { saved, refused } = useUndoToast()
  const add = async (spot?: Spot) => {
    if (!typeId || create.isPending) return
    const places = spot ? [withSpot(newPlace(), spot)] : []
    // Without a place, it would be of no territory and vanish: it is taken to work here, until someone says where.
    const communes = spot ? [] : (ground?.communeCodes ?? [])
    const area = { communes, zones: [], polygon: null }
    const input = { id: v7(), name: name.trim(), typeId, audience, places, area }
    if (proposes) {
      setProposed(input)
      setStep(4)
      return
    }
    try {
      const { actor, seq } = await create.mutateAsync(input)
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
    <Dialog isOpen title={proposes ? say('add.title') : t('addActor.title')} onClose={onClose}>
      <div ref={steps} className={css.steps}>
        <p className={css.step}>{proposes ? say('add.step', { step }) : t('addActor.step', { step })}</p>
        {step === 1 && <NameStep name={name} onName={setName} onOpen={open} onNext={() => setStep(2)} />}
        {step > 1 && <Chosen name={name} typeId={step > 2 ? typeId : undefined} onStep={setStep} />}
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
            <PlaceFinder onChoose={add} confirm={proposes ? say('add.next') : t('addActor.confirm')} />
            <Button look="quiet" isDisabled={create.isPending} onPress={() => add()}>
              {t('addActor.placeLater')}
            </Button>
            {!proposes && <AudienceSelect value={audience} upTo={reads} onChange={setAudience} />}
          </>
        )}
        {step === 4 && proposed && <ProposeStep actor={proposed} onClose={onClose} />}
      </div>
    </Dialog>
  )
}
