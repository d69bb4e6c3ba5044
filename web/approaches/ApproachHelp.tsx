import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { APPROACHES } from '#contract/nomenclature'
import { Dialog } from '#web/ui/Dialog.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import css from './approaches.module.css'

type Approach = (typeof APPROACHES)[number]
const PARTS = ['what', 'when', 'asks', 'also', 'reference'] as const

/** A small button that explains one approach of competence 4, in our own words and with its reference. */
export function ApproachHelp({ approach }: { approach: Approach }) {
  const { t } = useTranslation('approaches')
  const { t: name } = useTranslation('nomenclature')
  const [isOpen, setOpen] = useState(false)
  const title = name(`approach.${approach}`)
  return (
    <>
      <IconButton icon="info" label={t('ask', { name: title })} onPress={() => setOpen(true)} />
      <Dialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className={css.card}>
          {PARTS.map((part) => (
            <div key={part}>
              <dt>{t(part)}</dt>
              <dd>{t(`card.${approach}.${part}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
