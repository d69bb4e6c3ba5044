import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './filters.module.css'

export type FacetChoice = { value: string; label: string; count: number; symbol?: React.ReactNode }

const SHORT = 8

/** The values of one filter with how many actors each would give. What is chosen stays in sight. */
export function FacetGroup({
  title,
  choices,
  chosen,
  onToggle,
  isOpen = false,
}: {
  title: string
  choices: FacetChoice[]
  chosen: readonly string[]
  onToggle: (value: string) => void
  isOpen?: boolean
}) {
  const { t, i18n } = useTranslation('actors')
  const [isWhole, setWhole] = useState(false)
  const number = new Intl.NumberFormat(i18n.language)
  if (choices.length === 0) return null
  const shown = isWhole
    ? choices
    : choices.filter(({ value }, index) => index < SHORT || chosen.includes(value))
  return (
    <details className={css.group} open={isOpen || chosen.length > 0}>
      <summary className={css.summary}>
        <Icon name="chevronRight" />
        {title}
        {chosen.length > 0 && <span className={css.badge}>{chosen.length}</span>}
      </summary>
      <ul className={css.choices}>
        {shown.map(({ value, label, count, symbol }) => (
          <li key={value} className={css.choice}>
            <Checkbox isSelected={chosen.includes(value)} onChange={() => onToggle(value)}>
              {symbol}
              <span className={css.label}>{label}</span>
              <span className={css.count} data-figures>
                {number.format(count)}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {choices.length > shown.length && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {t('showAll', { count: choices.length })}
        </Button>
      )}
    </details>
  )
}
