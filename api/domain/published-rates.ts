import type { PublishedRate } from '#contract/estimates'

const DREES_92 = 'DREES, Les dossiers de la DREES 92 (2022)'
const C2S = 'DREES, communiqué du 13 décembre 2022'
const DARES_263 = 'Dares, Document d’études 263 (2022)'

const rate = (
  benefit: string,
  group: string,
  percent: number,
  year: string,
  source: string,
): PublishedRate => ({
  benefit,
  group,
  rate: percent / 100,
  year,
  source,
})

/**
 * Rates of non-take-up that were published, in the words of those who published them: of France and of kinds of households,
 * never of a place. None was published for the AAH or legal aid, so none is here.
 */
export const PUBLISHED_RATES: readonly PublishedRate[] = [
  rate('RSA', 'ensemble, France métropolitaine, un trimestre', 34, '2018', DREES_92),
  rate('RSA', 'ensemble, durablement (trois trimestres)', 20, '2018', DREES_92),
  rate('RSA', 'locataires HLM', 15, '2018', DREES_92),
  rate('RSA', 'locataires du parc privé', 33, '2018', DREES_92),
  rate('RSA', 'propriétaires, y compris accédants', 61, '2018', DREES_92),
  rate('RSA', 'mères seules', 16, '2018', DREES_92),
  rate('RSA', 'couples sans enfant', 49, '2018', DREES_92),
  rate('RSA', 'avec aides au logement', 18, '2018', DREES_92),
  rate('RSA', 'sans aides au logement', 57, '2018', DREES_92),
  rate('RSA', 'avec prestations familiales', 21, '2018', DREES_92),
  rate('RSA', 'sans prestations familiales', 40, '2018', DREES_92),
  rate('RSA', 'avec prime d’activité', 16, '2018', DREES_92),
  rate('RSA', 'sans prime d’activité', 39, '2018', DREES_92),
  rate(
    'Prime d’activité',
    'ensemble ; mesure que la DREES juge insuffisante',
    27,
    '2016',
    'Sénat, rapport 24-044',
  ),
  rate('Minimum vieillesse', 'personnes seules', 50, '2016', 'DREES, Les dossiers de la DREES 97 (2022)'),
  rate('Minimum vieillesse', 'femmes seules', 52, '2016', 'DREES, Les dossiers de la DREES 97 (2022)'),
  rate('Minimum vieillesse', 'hommes seuls', 44, '2016', 'DREES, Les dossiers de la DREES 97 (2022)'),
  rate('Complémentaire santé solidaire', 'ensemble', 44, '2021', C2S),
  rate('Complémentaire santé solidaire', 'sans participation', 31, '2021', C2S),
  rate('Complémentaire santé solidaire', 'avec participation', 67, '2021', C2S),
  rate('Assurance chômage', 'fins de contrat, hypothèse centrale (25 à 42 %)', 30, '2018-2019', DARES_263),
  rate('Aide médicale d’État', 'ensemble', 49, 'non précisée', `citée par ${DARES_263}`),
  rate(
    'Retraite',
    'au moins un droit non demandé, génération 1942',
    32,
    'non précisée',
    `citée par ${DARES_263}`,
  ),
  rate('Retraite', 'aucune pension demandée, génération 1942', 7, 'non précisée', `citée par ${DARES_263}`),
]
