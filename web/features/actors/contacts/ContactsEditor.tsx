import { useState } from 'react'
import { v7 } from 'uuid'
import type { Contact } from '#contract/contacts'
import { Button } from '#web/ui/Button.tsx'
import css from '../card/card.module.css'
import type { EditorProps } from '../card/fields.tsx'
import { ContactForm } from './ContactForm.tsx'
import { isComplete } from './consent.ts'

/** Telephone numbers, addresses and sites; each is saved as it is left, once it says enough to be kept. */
export function ContactsEditor({ actor: { contacts: saved }, words, rights, save }: EditorProps) {
  const [drafts, setDrafts] = useState<readonly Contact[]>(() => (saved.length ? [] : [fresh()]))
  const write = (value: Contact[]) => save({ field: 'contacts', value })
  const rows = [
    ...saved.map((one) => drafts.find(({ id }) => id === one.id) ?? one),
    ...drafts.filter(({ id }) => !saved.some((one) => one.id === id)),
  ]
  const indexOf = (id: string) => saved.findIndex((one) => one.id === id)
  const withoutDraft = (id: string) => drafts.filter((one) => one.id !== id)

  const remove = (id: string) => {
    setDrafts(withoutDraft(id))
    if (indexOf(id) >= 0) write(saved.filter((one) => one.id !== id))
  }
  const put = (next: Contact) => {
    if (!isComplete(next)) {
      const index = drafts.findIndex(({ id }) => id === next.id)
      setDrafts(index < 0 ? [...drafts, next] : drafts.with(index, next))
      return
    }
    setDrafts(withoutDraft(next.id))
    const index = indexOf(next.id)
    write(index < 0 ? [...saved, next] : saved.with(index, next))
  }
  return (
    <div className={css.rows}>
      {rows.map((contact) => (
        <ContactForm
          key={contact.id}
          contact={contact}
          words={words}
          reads={rights.writes ? rights.reads : undefined}
          onChange={put}
          onRemove={() => remove(contact.id)}
        />
      ))}
      <Button icon="plus" onPress={() => setDrafts([...drafts, fresh()])}>
        {words.t('contact.add')}
      </Button>
    </div>
  )
}

const fresh = (): Contact => ({
  id: v7(),
  kind: 'phone',
  value: '',
  label: null,
  audience: 'public',
  person: null,
})
