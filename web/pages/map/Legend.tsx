import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FAMILIES } from '#contract/nomenclature'
import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import css from './Legend.module.css'

const WIDE = '(width >= 64rem)'
const SIZE = 24

/**
 * What the symbols mean and where they come from, under the map; folded on a phone.
 * `children` choose what else is drawn.
 */
export function Legend({
  cells,
  sources,
  isFolded = false,
  children,
}: {
  /** Whether places are drawn together, by cells. */
  cells: boolean
  sources: string
  isFolded?: boolean
  children?: React.ReactNode
}) {
  const { t } = useTranslation('map')
  const { t: name } = useTranslation('nomenclature')
  const [isOpen, setOpen] = useState(() => !isFolded && matchMedia(WIDE).matches)
  return (
    <section className={css.legend} aria-label={t('legend')} data-open={isOpen}>
      <div className={css.bar}>
        <Button
          look="quiet"
          icon={isOpen ? 'chevronDown' : 'layers'}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t('legend')}
        </Button>
        <p className={css.sources}>{sources}</p>
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={css.body} tabIndex={0} aria-label={t('families')}>
          <div>
            <ul className={css.families} aria-label={t('families')}>
              {FAMILIES.map((family) => (
                <li key={family} className={css.row}>
                  <FamilySymbol family={family} size={SIZE} />
                  {name(`family.${family}`)}
                </li>
              ))}
            </ul>
            {cells && <p className={css.note}>{t('cells')}</p>}
          </div>
          <div className={css.states}>
            <ul aria-label={t('states')}>
              <li className={css.row}>
                <FamilySymbol family="A" size={SIZE} stale />
                {t('stale')}
              </li>
              <li className={css.row}>
                <FamilySymbol family="A" size={SIZE} unverified />
                {t('unverified')}
              </li>
            </ul>
            {children}
          </div>
        </section>
      )}
    </section>
  )
}
