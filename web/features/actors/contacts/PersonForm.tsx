import { useTranslation } from 'react-i18next'
import { saysSensitiveType } from '#api/domain/sensitive-types'
import type { Contact, ContactPerson } from '#contract/contacts'
import { CommitField } from '#web/ui/CommitField.tsx'
import { isComplete, today } from './consent.ts'
import css from './contacts.module.css'

/** A year that is being typed begins with zeros. */
const isThisCentury = (day: string) => day >= '2000'

/** The person behind a contact. Nothing is kept of them before the day of their consent is there. */
export function PersonForm({
  contact,
  person,
  onChange,
}: {
  contact: Contact
  person: ContactPerson
  onChange: (contact: Contact) => void
}) {
  const { t } = useTranslation('persons')
  const set = (change: Partial<ContactPerson>) => onChange({ ...contact, person: { ...person, ...change } })
  return (
    <div className={css.consent}>
      <CommitField
        label={t('person.name')}
        isRequired
        value={person.name || null}
        onCommit={(name) => set({ name: name ?? '' })}
      />
      <CommitField
        label={t('person.role')}
        hint={t('person.roleHint')}
        value={person.role}
        check={(role) => (saysSensitiveType(role) ? t('person.roleSensitive') : undefined)}
        onCommit={(role) => set({ role })}
      />
      <CommitField
        label={t('person.consentedOn')}
        isRequired
        type="date"
        isWhole={isThisCentury}
        value={person.consentedOn || null}
        check={(day) => (day > today() ? t('person.tomorrow') : undefined)}
        onCommit={(consentedOn) => set({ consentedOn: consentedOn ?? '' })}
      />
      <p className={css.meaning}>{t('consent.meaning')}</p>
      <p role="status" className={css.missing}>
        {!isComplete(contact) && t('consent.missing')}
      </p>
    </div>
  )
}
