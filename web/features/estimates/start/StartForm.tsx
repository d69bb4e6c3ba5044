import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { EstimateOffer, EstimateParameters } from '#contract/estimates'
import type { Territory } from '#contract/territories'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Explained } from '#web/ui/Explained.tsx'
import form from '#web/ui/form.module.css'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useStart } from '../estimates.queries.ts'
import { Advanced } from './Advanced.tsx'
import { BalanceSlider } from './BalanceSlider.tsx'
import { Basis } from './Basis.tsx'
import { type Draft, EMPTY, startOf } from './draft.ts'
import css from './start.module.css'

type Ready = EstimateOffer & { sources: NonNullable<EstimateOffer['sources']> }
export const isReady = (offer: EstimateOffer): offer is Ready =>
  offer.sources !== null && offer.missing.length === 0

const idOf = ({ benefit, level }: EstimateOffer): string => `${benefit}@${level}`

/** What to estimate, on what it rests, and the one assumption that only people can make. `again`: the settings of a run that is done again. */
export function StartForm({
  offers,
  territory,
  again,
  onStarted,
}: {
  offers: readonly Ready[]
  territory: Territory
  again: { offer: string; draft: Draft } | undefined
  onStarted: (id: string) => void
}) {
  const { t } = useTranslation(['estimateStart', 'estimates'])
  const say = useErrorWords()
  const may = useMay('estimate:run')
  const start = useStart()
  const [chosen, setChosen] = useState(again?.offer ?? idOf(offers[0]!))
  const [draft, setDraft] = useState(again?.draft ?? EMPTY)
  const offer = offers.find((one) => idOf(one) === chosen) ?? offers[0]!
  const parameters: EstimateParameters = { ...offer.parameters, ...draft.parameters }
  const setParameters = (change: Partial<EstimateParameters>) =>
    setDraft({ ...draft, parameters: { ...draft.parameters, ...change } })
  const fallbackName = t('nameOf', {
    benefit: t(`estimates:benefit.${offer.benefit}`),
    place: territory.name,
  })

  const send = () =>
    start.mutate(startOf(draft, offer, { id: newId(), territoryId: territory.id, fallbackName }), {
      onSuccess: ({ id }) => onStarted(id),
    })

  return (
    <form
      className={classes(form.form, css.form)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Select
        label={t('offer')}
        value={idOf(offer)}
        onChange={setChosen}
        options={offers.map((one) => ({
          value: idOf(one),
          label: t('offerName', {
            benefit: t(`estimates:benefit.${one.benefit}`),
            level: t(`level.${one.level}`),
          }),
          detail: t('offerZones', { count: one.zones }),
        }))}
      />
      <Basis sources={offer.sources} assumptions={offer.assumptions} />
      <BalanceSlider spread={parameters} cautious={offer.parameters} onChange={setParameters} />
      <TextField
        label={t('name')}
        value={draft.name}
        placeholder={fallbackName}
        maxLength={120}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <Advanced
        parameters={parameters}
        seed={draft.seed}
        onParameters={setParameters}
        onSeed={(seed) => setDraft({ ...draft, seed })}
        onReset={() => setDraft({ ...EMPTY, name: draft.name })}
      />
      {start.error && <ErrorState>{say(start.error)}</ErrorState>}
      <Explained why={may ? undefined : t('notAllowed')}>
        {(disabled) => (
          <Button type="submit" look="primary" icon="arrowRight" isPending={start.isPending} {...disabled}>
            {t('run')}
          </Button>
        )}
      </Explained>
    </form>
  )
}
