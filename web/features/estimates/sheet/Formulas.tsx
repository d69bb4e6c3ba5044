import { useTranslation } from 'react-i18next'
import { Epigraph } from '../method/HowItWorks.tsx'
import css from './sheet.module.css'

/** Symbols as the method writes them; the words beside them come from the language. */
const FORMULAS = [
  ['composition', 'τᵢ = Σₖ sᵢₖ τₖ,  sᵢₖ = Cᵢₖ πₖ / Σₖ Cᵢₖ πₖ'],
  ['scale', 'κ = R_T / ((1 − τ_T) P_T),  μᵢ = κ Pᵢ'],
  ['eligible', 'Eᵢ ~ BinNég(μᵢ, var = μᵢ + (c μᵢ)²)'],
  ['takeUp', 'uᵢ ~ Bêta(1 − τᵢ, écart-type σ)'],
  ['observed', 'Rᵢ | Eᵢ, uᵢ ~ Bin(Eᵢ, uᵢ)'],
  ['posterior', 'Nᵢ = Eᵢ − Rᵢ'],
] as const

const written = (symbols: string, language: string): string =>
  language.startsWith('en')
    ? symbols.replace('BinNég', 'NegBin').replace('Bêta', 'Beta').replace('écart-type', 'sd')
    : symbols

/** The calculation in words and symbols, under the warning of who described it. */
export function Formulas({ draws }: { draws: number }) {
  const { t, i18n } = useTranslation('methodSheet')
  return (
    <section className={css.part}>
      <h2>{t('formulas.title')}</h2>
      <Epigraph />
      <dl className={css.formulas}>
        {FORMULAS.map(([name, symbols]) => (
          <div key={name}>
            <dt>{written(symbols, i18n.language)}</dt>
            <dd>{t(`formulas.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{draws > 0 ? t('formulas.outer', { count: draws }) : t('formulas.outerNone')}</p>
      <p>{t('formulas.word')}</p>
    </section>
  )
}
