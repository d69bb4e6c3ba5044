import type { Contact } from '#contract/contacts'
import { Icon } from '#web/ui/Icon.tsx'
import { AudienceSign } from '../audience/AudienceSign.tsx'
import css from '../card/card.module.css'
import type { FieldViewProps } from '../card/fields.tsx'
import { PersonLine } from './PersonLine.tsx'

const KINDS = {
  phone: { icon: 'phone', href: (value: string) => `tel:${value.replace(/[^\d+]/g, '')}` },
  email: { icon: 'mail', href: (value: string) => `mailto:${value}` },
  website: {
    icon: 'link',
    href: (value: string) => (/^https?:\/\//i.test(value) ? value : `https://${value}`),
  },
} as const

const shown = ({ kind, value }: Contact) =>
  kind === 'website' ? value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : value

/** How to reach the organisation or, with their consent, a person in it: one tap calls, writes, opens. */
export function ContactsView({ actor: { contacts }, words, rights, save }: FieldViewProps) {
  const renew = (person: Contact) =>
    save({ field: 'contacts', value: contacts.map((one) => (one.id === person.id ? person : one)) })
  return (
    <ul className={css.contacts}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <div className={css.line}>
            <Icon name={KINDS[contact.kind].icon} size={18} />
            <a
              href={KINDS[contact.kind].href(contact.value)}
              {...(contact.kind === 'website' && { target: '_blank', rel: 'noreferrer' })}
            >
              {shown(contact)}
            </a>
            {contact.label && <span className={css.soft}>{contact.label}</span>}
            {!contact.person && <AudienceSign audience={contact.audience} />}
          </div>
          {contact.person && (
            <PersonLine
              contact={contact}
              person={contact.person}
              words={words}
              onRenew={rights.writes ? renew : undefined}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
