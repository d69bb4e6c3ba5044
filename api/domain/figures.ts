/**
 * What a figure is, which says what may be done with it: counts and amounts (euros in all) add up, ratios and
 * quantiles (medians, deciles) never do.
 */
type FigureKind = 'count' | 'amount' | 'ratio' | 'quantile'
type FigureUnit = 'persons' | 'households' | 'dwellings' | 'euro' | 'euro_year' | 'percent' | 'times'

export type FigureDescription = {
  kind: FigureKind
  unit: FigureUnit
  fr: string
  en: string
  /**
   * The columns that hold it, without prefix nor year: `MED` is `MED21`, `DISP_MED18`, `DISP_MED_A21`; `P_POP` is
   * `P22_POP`. Melodi calls it by the values of `FILOSOFI_MEASURE`.
   */
  columns: readonly string[]
}

const figure =
  (kind: FigureKind, unit: FigureDescription['unit']) =>
  (fr: string, en: string, ...columns: string[]): FigureDescription => ({ kind, unit, fr, en, columns })

const level = figure('quantile', 'euro_year')
const share = figure('ratio', 'percent')
const persons = figure('count', 'persons')
const households = figure('count', 'households')

/** Filosofi: what households of the zone live on. */
const INCOME = {
  income_median: level('Niveau de vie médian', 'Median standard of living', 'MED', 'Q2', 'MED_SL'),
  income_q1: level('Niveau de vie, 1er quartile', 'Standard of living, 1st quartile', 'Q1', 'Q1_SL'),
  income_q3: level('Niveau de vie, 3e quartile', 'Standard of living, 3rd quartile', 'Q3', 'Q3_SL'),
  ...Object.fromEntries(
    [1, 2, 3, 4, 6, 7, 8, 9].map((n) => [
      `income_d${n}`,
      level(
        `Niveau de vie, ${n === 1 ? '1er' : `${n}e`} décile`,
        `Standard of living, decile ${n}`,
        `D${n}`,
        `D${n}_SL`,
      ),
    ]),
  ),
  income_decile_ratio: figure('ratio', 'times')(
    'Rapport interdécile D9/D1',
    'Decile ratio D9/D1',
    'RD',
    'IR_D9_D1_SL',
  ),
  poverty_rate: share('Taux de pauvreté à 60 %', 'Poverty rate at 60%', 'TP60', 'PR_MD60'),
  poverty_rate_owners: share('Taux de pauvreté des propriétaires', 'Poverty rate of owners', 'TP60TOL1'),
  poverty_rate_tenants: share('Taux de pauvreté des locataires', 'Poverty rate of tenants', 'TP60TOL2'),
  activity_share: share('Part des revenus d’activité', 'Share of earned income', 'PACT', 'S_EI_DI'),
  unemployment_benefits_share: share(
    'Part des indemnités de chômage',
    'Share of unemployment benefits',
    'PCHO',
    'S_EI_DI_UNE',
  ),
  pensions_share: share('Part des pensions et retraites', 'Share of pensions', 'PPEN', 'S_RET_PEN_DI'),
  social_benefits_share: share(
    'Part des prestations sociales',
    'Share of social benefits',
    'PPSOC',
    'S_SOC_BEN_DI',
  ),
  family_benefits_share: share(
    'Part des prestations familiales',
    'Share of family benefits',
    'PPFAM',
    'S_SOC_BEN_DI_FAM_BEN',
  ),
  minimum_income_share: share(
    'Part des minima sociaux',
    'Share of minimum income benefits',
    'PPMINI',
    'S_SOC_BEN_DI_MIN_SOC',
  ),
  housing_benefits_share: share(
    'Part des prestations logement',
    'Share of housing benefits',
    'PPLOGT',
    'S_SOC_BEN_DI_HOU_BEN',
  ),
  tax_households: households('Ménages fiscaux', 'Fiscal households', 'NBMENFISC', 'NBMEN', 'NUM_HH'),
  tax_persons: persons(
    'Personnes des ménages fiscaux',
    'Persons in fiscal households',
    'NBPERSMENFISC',
    'NBPERS',
    'NUM_PER',
  ),
} as const

const AGES = ['0002', '0305', '0610', '1117', '1824', '2539', '4054', '5564', '6579', '80P'] as const
const ageWords = (age: string): [id: string, fr: string, en: string] => {
  if (age.endsWith('P'))
    return [
      `population_${Number(age.slice(0, 2))}_plus`,
      `${Number(age.slice(0, 2))} ans ou plus`,
      `aged ${Number(age.slice(0, 2))} or over`,
    ]
  const [from, to] = [Number(age.slice(0, 2)), Number(age.slice(2))]
  return [`population_${from}_${to}`, `${from} à ${to} ans`, `aged ${from} to ${to}`]
}

/** Census: who lives there, and how they are housed. */
const PEOPLE = {
  population: persons('Population', 'Population', 'P_POP', 'POP_MUN'),
  ...Object.fromEntries(
    AGES.map((age) => {
      const [id, fr, en] = ageWords(age)
      return [id, persons(`Population, ${fr}`, `Population ${en}`, `P_POP${age}`)]
    }),
  ),
  population_in_households: persons('Population des ménages', 'Population in households', 'P_PMEN'),
  population_outside_households: persons(
    'Population hors ménages',
    'Population outside households',
    'P_PHORMEN',
  ),
  active_15_64: persons('Actifs de 15 à 64 ans', 'Active population aged 15 to 64', 'P_ACT1564'),
  unemployed_15_64: persons('Chômeurs de 15 à 64 ans', 'Unemployed aged 15 to 64', 'P_CHOM1564'),
  population_15_64: persons('Population de 15 à 64 ans', 'Population aged 15 to 64', 'P_POP1564'),
  out_of_school_15_plus: persons(
    'Personnes non scolarisées de 15 ans ou plus',
    'Not in education, 15 or over',
    'P_NSCOL15P',
  ),
  without_diploma_15_plus: persons(
    'Sans diplôme, 15 ans ou plus',
    'No diploma, 15 or over',
    'P_NSCOL15P_DIPLMIN',
  ),
  households: households('Ménages', 'Households', 'C_MEN', 'P_MEN'),
  households_single: households('Ménages d’une personne', 'One-person households', 'C_MENPSEUL'),
  households_lone_parent: households('Familles monoparentales', 'Lone-parent families', 'C_MENFAMMONO'),
  main_homes: figure('count', 'dwellings')('Résidences principales', 'Main homes', 'P_RP'),
  homes_owned: figure('count', 'dwellings')('Occupées par leur propriétaire', 'Owner-occupied', 'P_RP_PROP'),
  homes_rented: figure('count', 'dwellings')('Occupées par un locataire', 'Rented', 'P_RP_LOC'),
  homes_social: figure('count', 'dwellings')('Logements HLM loués', 'Social housing', 'P_RP_LOCHLMV'),
  homes_free: figure('count', 'dwellings')('Logées gratuitement', 'Rent-free', 'P_RP_GRAT'),
  employment_rate: share('Taux d’emploi des 15 à 64 ans', 'Employment rate, 15 to 64', 'TX_TOT_EMPL'),
  job_seekers: persons('Demandeurs d’emploi (A à E)', 'Job seekers (A to E)', 'ABCDE'),
  caf_covered_persons: persons('Personnes couvertes par la CAF', 'Persons covered by the CAF', 'PERCOU'),
} as const

/** Benefits of the CNAF, by the end of their columns: `indfoy_rsa`. */
const BENEFITS = {
  ndur: ['toutes prestations', 'any benefit'],
  rsa: ['RSA', 'RSA'],
  ppa: ['prime d’activité', 'prime d’activité'],
  aah: ['AAH', 'AAH'],
  ndural: ['aides au logement', 'housing benefits'],
  apl: ['APL', 'APL'],
  als: ['ALS', 'ALS'],
  alf: ['ALF', 'ALF'],
  af: ['allocations familiales', 'family allowances'],
  cf: ['complément familial', 'family supplement'],
  asf: ['ASF', 'ASF'],
  ab: ['allocation de base (Paje)', 'basic allowance (Paje)'],
  cmg: ['CMG', 'CMG'],
} as const

const CLAIMANTS = Object.fromEntries(
  Object.entries(BENEFITS).flatMap(([id, [fr, en]]) => [
    [
      `${id}_households`,
      households(`Foyers allocataires, ${fr}`, `Recipient households, ${en}`, `INDFOY_${id.toUpperCase()}`),
    ],
    [
      `${id}_persons`,
      persons(`Personnes couvertes, ${fr}`, `Persons covered, ${en}`, `INDNBP_${id.toUpperCase()}`),
    ],
    [
      `${id}_amount`,
      figure('amount', 'euro')(`Montant versé, ${fr}`, `Amount paid, ${en}`, `INDMTT_${id.toUpperCase()}`),
    ],
  ]),
)

/** Every figure that is kept, under its name. Columns that no figure names are not read. */
export const FIGURES: Readonly<Record<string, FigureDescription>> = { ...INCOME, ...PEOPLE, ...CLAIMANTS }

const byColumn = new Map(
  Object.entries(FIGURES).flatMap(([name, { columns }]) => columns.map((column) => [column, name] as const)),
)
/** The figure that a column holds, by its name without prefix nor year, in capitals. */
export const figureOfColumn = (stem: string): string | undefined => byColumn.get(stem)

/** May figures of two zones be added up? A figure that nobody described is not. */
export const addsUp = (name: string): boolean => ['count', 'amount'].includes(FIGURES[name]?.kind ?? '')
