import { useTranslation } from 'react-i18next'
import { isReadable } from '#api/domain/audience'
import { CONTACT_KINDS, type Contact } from '#contract/contacts'
import type { Audience } from '#contract/roles'
import { CommitField } from '#web/ui/CommitField.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { AudienceSelect } from '../audience/AudienceSelect.tsx'
import css from '../card/card.module.css'
import type { ActorWords } from '../useActorWords.ts'
import { ofPerson } from './consent.ts'
import { PersonForm } from './PersonForm.tsx'

const SOUND: Record<Contact['kind'], RegExp> = {
  phone: /\d.*\d.*\d/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  website: /^https?:\/\/\S+\.\S+$/i,
}
const TYPES = { phone: 'tel', email: 'email', website: 'url' } as const
const WHOSE = ['organisation', 'person'] as const

/** One way of reaching the actor: what it is, whose it is, and who may see it. */
export function ContactForm({
  contact,
  words: { t },
  reads,
  onChange,
  onRemove,
}: {
  contact: Contact
  words: ActorWords
  /** What whoever writes may read; undefined for those who propose: persons and audiences are not theirs. */
  reads: Audience | undefined
  onChange: (contact: Contact) => void
  onRemove: () => void
}) {
  const { t: say } = useTranslation('persons')
  const { kind, value, label, audience, person } = contact
  return (
    <div className={css.contact}>
      <div className={css.kind}>
        <Select
          label={t('contact.kind')}
          labelHidden
          value={kind}
          options={CONTACT_KINDS.map((one) => ({ value: one, label: t(`contact.${one}`) }))}
          onChange={(next) => onChange({ ...contact, kind: next })}
        />
        <IconButton
          icon="close"
          label={t('contact.remove', { value: value || t(`contact.${kind}`) })}
          onPress={onRemove}
        />
      </div>
      <CommitField
        label={t(`contact.${kind}`)}
        labelHidden
        type={TYPES[kind]}
        value={value || null}
        check={(text) => (SOUND[kind].test(text) ? undefined : t(`contact.wrong.${kind}`))}
        onCommit={(text) => onChange({ ...contact, value: text ?? '' })}
      />
      <CommitField
        label={t('contact.label')}
        labelHidden
        placeholder={t('contact.labelHint')}
        value={label}
        onCommit={(text) => onChange({ ...contact, label: text })}
      />
      {reads && (
        <>
          <ToggleTabs
            label={say('whose.label')}
            options={WHOSE.map((one) => ({ value: one, label: say(`whose.${one}`) }))}
            value={person ? 'person' : 'organisation'}
            onChange={(whose) =>
              onChange(whose === 'person' ? ofPerson(contact) : { ...contact, person: null })
            }
          />
          {person && <PersonForm contact={contact} person={person} onChange={onChange} />}
          <AudienceSelect
            value={audience}
            hint={isReadable(reads, audience) ? undefined : say('audience.outOfSight')}
            onChange={(next) => onChange({ ...contact, audience: next })}
          />
        </>
      )}
    </div>
  )
}
