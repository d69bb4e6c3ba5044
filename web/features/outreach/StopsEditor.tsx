import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import type { Outreach, OutreachStop } from '#contract/outreach'
import { CommuneSearch } from '#web/place/CommuneSearch.tsx'
import { communeNamesQuery } from '#web/place/communes.queries.ts'
import { HoursField } from '#web/place/HoursField.tsx'
import type { EditorProps } from '#web/records/fields.ts'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { CommitField } from '#web/ui/CommitField.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import css from './outreach.module.css'

const newStop = (): OutreachStop => ({ id: v7(), label: '', communeCode: null, point: null, hours: null })

/** Where one goes, stop by stop: a landmark, a commune, hours. A new one is saved once it is called something. */
export function StopsEditor({ record: { stops }, save }: EditorProps<Outreach>) {
  const { t } = useTranslation('outreach')
  const [draft, setDraft] = useState<OutreachStop | undefined>(() =>
    stops.length === 0 ? newStop() : undefined,
  )
  const shown = draft ? [...stops, draft] : stops
  const write = (next: OutreachStop) => {
    const isNew = next.id === draft?.id
    if (isNew && !next.label) return setDraft(next)
    if (isNew) setDraft(undefined)
    save({ stops: isNew ? [...stops, next] : stops.map((one) => (one.id === next.id ? next : one)) })
  }
  const remove = ({ id }: OutreachStop) =>
    id === draft?.id ? setDraft(undefined) : save({ stops: stops.filter((one) => one.id !== id) })
  return (
    <div className={css.parts}>
      <p className={css.soft}>{t('stop.noPoint')}</p>
      {shown.map((stop, index) => (
        <StopForm
          key={stop.id}
          stop={stop}
          number={index + 1}
          onChange={write}
          onRemove={() => remove(stop)}
        />
      ))}
      {!draft && (
        <Button look="quiet" icon="plus" onPress={() => setDraft(newStop())}>
          {t('stop.add')}
        </Button>
      )}
    </div>
  )
}

function StopForm({
  stop,
  number,
  onChange,
  onRemove,
}: {
  stop: OutreachStop
  number: number
  onChange: (stop: OutreachStop) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('outreach')
  const { communeCode, label, hours } = stop
  const names = useQuery(communeNamesQuery(communeCode ? [communeCode] : [])).data
  const commune = communeCode && (names?.get(communeCode) ?? communeCode)
  const name = label || t('stop.number', { number })
  return (
    <fieldset className={css.part}>
      <legend className={css.legend}>
        <span>{name}</span>
        <IconButton icon="close" label={t('stop.remove', { label: name })} onPress={onRemove} />
      </legend>
      <CommitField
        label={t('stop.label')}
        hint={t('stop.labelHint')}
        value={label || null}
        onCommit={(text) => text && onChange({ ...stop, label: text })}
      />
      {commune ? (
        <Chip
          removeLabel={t('stop.removeCommune', { name: commune })}
          onRemove={() => onChange({ ...stop, communeCode: null, point: null })}
        >
          {commune}
        </Chip>
      ) : (
        <CommuneSearch
          label={t('stop.commune')}
          onChoose={({ code }) => onChange({ ...stop, communeCode: code })}
        />
      )}
      <HoursField hours={hours} onCommit={(next) => onChange({ ...stop, hours: next })} />
    </fieldset>
  )
}
