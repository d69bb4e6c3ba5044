import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import css from './method.module.css'

const STEPS = ['poor', 'rate', 'claimants', 'doubt', 'word'] as const
const SHORTCUTS = ['inflate', 'subtract'] as const

/** The method in five sentences, with the two naive ways between which it stands. */
export function HowItWorks() {
  const { t } = useTranslation('estimates')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" icon="info" onPress={() => setOpen(true)}>
        {t('method.open')}
      </Button>
      <Dialog title={t('method.open')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Epigraph />
        <ol className={css.steps}>
          {STEPS.map((step) => (
            <li key={step}>{t(`method.${step}`)}</li>
          ))}
        </ol>
        <h3>{t('method.naive')}</h3>
        <ul className={css.shortcuts}>
          {SHORTCUTS.map((shortcut) => (
            <li key={shortcut}>{t(`method.${shortcut}`)}</li>
          ))}
        </ul>
        <p>{t('method.between')}</p>
      </Dialog>
    </>
  )
}

/** What a statistician of Insee called this very recipe: it stands above every account of the method. */
export function Epigraph() {
  const { t } = useTranslation('estimates')
  return (
    <figure className={css.epigraph}>
      <blockquote>« {t('method.epigraph')} »</blockquote>
      <figcaption>{t('method.epigraphBy')}</figcaption>
    </figure>
  )
}
