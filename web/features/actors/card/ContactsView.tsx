import type { Contact } from '#contract/actors'
import { Icon } from '#web/ui/Icon.tsx'
import css from './card.module.css'

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

/** How to reach the organisation: one tap calls, writes, opens. */
export function ContactsView({ contacts }: { contacts: Contact[] }) {
  return (
    <ul className={css.contacts}>
      {contacts.map((contact) => (
        <li key={contact.id} className={css.line}>
          <Icon name={KINDS[contact.kind].icon} size={18} />
          <a
            href={KINDS[contact.kind].href(contact.value)}
            {...(contact.kind === 'website' && { target: '_blank', rel: 'noreferrer' })}
          >
            {shown(contact)}
          </a>
          {contact.label && <span className={css.soft}>{contact.label}</span>}
        </li>
      ))}
    </ul>
  )
}
