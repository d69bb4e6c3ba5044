import { useState } from 'react'
import { v7 } from 'uuid'
import { CONTACT_KINDS, type Contact } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { CommitField } from './CommitField.tsx'
import css from './card.module.css'
import type { EditorProps } from './fields.tsx'

const SOUND: Record<Contact['kind'], RegExp> = {
  phone: /\d.*\d.*\d/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  website: /^https?:\/\/\S+\.\S+$/i,
}
const TYPES = { phone: 'tel', email: 'email', website: 'url' } as const

/** Telephone numbers, addresses and sites of the organisation; each is saved as it is left. */
export function ContactsEditor({ actor, words: { t }, save }: EditorProps) {
  const saved = actor.contacts
  const [started, setStarted] = useState<Contact[]>(() => (saved.length ? [] : [fresh('phone')]))
  const write = (value: Contact[]) => save({ field: 'contacts', value })
  const rows = [...saved, ...started.filter(({ id }) => !saved.some((one) => one.id === id))]
  const put = (next: Contact) => {
    if (!saved.some(({ id }) => id === next.id))
      setStarted(started.map((one) => (one.id === next.id ? next : one)))
    const others = saved.filter(({ id }) => id !== next.id)
    const index = saved.findIndex(({ id }) => id === next.id)
    if (!next.value) return index >= 0 ? write(others) : undefined
    return write(index < 0 ? [...saved, next] : saved.with(index, next))
  }
  return (
    <div className={css.rows}>
      {rows.map((contact) => (
        <div key={contact.id} className={css.contact}>
          <div className={css.kind}>
            <Select
              label={t('contact.kind')}
              labelHidden
              value={contact.kind}
              options={CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`contact.${kind}`) }))}
              onChange={(kind) => put({ ...contact, kind })}
            />
            <IconButton
              icon="close"
              label={t('contact.remove', { value: contact.value || t(`contact.${contact.kind}`) })}
              onPress={() => {
                setStarted(started.filter(({ id }) => id !== contact.id))
                put({ ...contact, value: '' })
              }}
            />
          </div>
          <CommitField
            label={t(`contact.${contact.kind}`)}
            labelHidden
            type={TYPES[contact.kind]}
            value={contact.value || null}
            check={(text) =>
              SOUND[contact.kind].test(text) ? undefined : t(`contact.wrong.${contact.kind}`)
            }
            onCommit={(value) => put({ ...contact, value: value ?? '' })}
          />
          <CommitField
            label={t('contact.label')}
            labelHidden
            placeholder={t('contact.labelHint')}
            value={contact.label}
            onCommit={(label) => put({ ...contact, label })}
          />
        </div>
      ))}
      <Button icon="plus" onPress={() => setStarted([...started, fresh('phone')])}>
        {t('contact.add')}
      </Button>
    </div>
  )
}

const fresh = (kind: Contact['kind']): Contact => ({ id: v7(), kind, value: '', label: null })
