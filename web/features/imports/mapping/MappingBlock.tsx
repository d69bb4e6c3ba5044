import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { MappingForm, type MappingRead } from './MappingForm.tsx'
import css from './mapping.module.css'

/** The columns of a table in one line that opens: they are confirmed, remembered, or come after another question. */
export function MappingBlock(read: MappingRead) {
  const { t } = useTranslation('mapping')
  const heading = useId()
  const [isOpen, setOpen] = useState(false)
  const { mappedBy } = read.table
  return (
    <section className={css.block} aria-labelledby={heading}>
      <header className={css.head}>
        <div>
          <h3 id={heading}>{t('table.title')}</h3>
          <p className={css.soft}>{t(`table.${mappedBy}`)}</p>
        </div>
        <Button
          look="quiet"
          icon={isOpen ? 'chevronUp' : 'edit'}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'table.hide' : 'table.edit')}
        </Button>
      </header>
      {isOpen && <MappingForm {...read} />}
    </section>
  )
}
