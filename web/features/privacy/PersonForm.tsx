import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PersonQuery } from '#contract/privacy'
import { Button } from '#web/ui/Button.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import css from './privacy.module.css'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const FIELDS = [
  { name: 'name', type: 'text', isSound: (text: string) => text.length >= 3, wrong: 'nameShort' },
  { name: 'email', type: 'email', isSound: (text: string) => EMAIL.test(text), wrong: 'emailWrong' },
  {
    name: 'phone',
    type: 'tel',
    isSound: (text: string) => text.replace(/\D/g, '').length >= 6,
    wrong: 'phoneShort',
  },
] as const

/** Whom to look for: a name, an address or a number, one at least. */
export function PersonForm({ isBusy, onFind }: { isBusy: boolean; onFind: (query: PersonQuery) => void }) {
  const { t } = useTranslation('persons')
  const [texts, setTexts] = useState({ name: '', email: '', phone: '' })
  const [isAsked, setAsked] = useState(false)
  const given = FIELDS.flatMap(({ name }) => (texts[name].trim() ? [[name, texts[name].trim()]] : []))
  const wrong = FIELDS.filter(({ name, isSound }) => texts[name].trim() && !isSound(texts[name].trim()))
  return (
    <Form
      className={css.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (given.length && !wrong.length) onFind(Object.fromEntries(given))
      }}
    >
      <p>{t('page.how')}</p>
      <div className={css.fields}>
        {FIELDS.map((field) => (
          <TextField
            key={field.name}
            label={t(`page.${field.name}`)}
            type={field.type}
            autoComplete="off"
            error={isAsked && wrong.includes(field) ? t(`page.${field.wrong}`) : undefined}
            value={texts[field.name]}
            onChange={(text) => setTexts({ ...texts, [field.name]: text })}
          />
        ))}
      </div>
      {isAsked && given.length === 0 && (
        <p role="alert" className={css.wrong}>
          {t('page.missing')}
        </p>
      )}
      <Button look="primary" icon="search" type="submit" isDisabled={isBusy}>
        {isBusy ? t('page.finding') : t('page.find')}
      </Button>
    </Form>
  )
}
