import css from './card.module.css'
import type { ViewProps } from './fields.tsx'

/** What it offers, and where the record comes from, with its licence and its date. */
export function Provenance({ actor, words: { t, day } }: ViewProps) {
  const { source, sourceDate, licence, offers } = actor
  const origin = [
    source ? t('card.source', { source }) : t('card.typedHere'),
    sourceDate && t('card.sourceDate', { date: day(sourceDate) }),
    licence && t('card.licence', { licence }),
  ]
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
      <p className={css.soft}>{origin.filter(Boolean).join(' · ')}</p>
    </>
  )
}
