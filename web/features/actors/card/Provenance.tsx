import type { FieldSource } from '#contract/provenance'
import css from './card.module.css'
import type { ViewProps } from './fields.tsx'

/** What it offers, and where the record and each of its fields come from, with their licence and their date. */
export function Provenance({ actor, words }: ViewProps) {
  const { t } = words
  const { source, sourceDate, licence, offers, editedFields, fieldSources } = actor
  const fieldName = (field: string) => t(`field.${field as 'name'}`, { defaultValue: field })
  const elsewhere = Object.entries(fieldSources)
  return (
    <>
      {offers.length > 0 && (
        <details className={css.offers}>
          <summary>{t('card.offers', { count: offers.length })}</summary>
          <ul>
            {offers.map(({ id, name, description }) => (
              <li key={id}>
                <p>
                  <strong>{name}</strong>
                </p>
                {description && <p className={css.soft}>{description}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={css.soft}>
        <p>{originOf({ source, date: sourceDate, licence }, words)}</p>
        {elsewhere.map(([field, from]) => (
          <p key={field}>
            {t('card.fieldSource', { field: fieldName(field), origin: originOf(from, words) })}
          </p>
        ))}
        {source && editedFields.length > 0 && (
          <p>{t('card.edited', { fields: editedFields.map(fieldName).join(', ') })}</p>
        )}
      </div>
    </>
  )
}

/** « Source : data·inclusion · au 3 mars 2026 · Licence Ouverte 2.0 ». */
const originOf = ({ source, date, licence }: FieldSource, { t, day }: ViewProps['words']): string =>
  [
    source ? t('card.source', { source }) : t('card.typedHere'),
    date && t('card.sourceDate', { date: day(date) }),
    licence,
  ]
    .filter(Boolean)
    .join(' · ')
