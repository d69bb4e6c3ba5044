import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type ReferenceZone = {
  level: 'commune' | 'epci' | 'departement'
  code: string
  name: string
  vintage: string
  source: string
  licence: string
  /** For a commune itself, for an EPCI or a département its members. */
  communes: string[]
  epci: string | null
  departement: string | null
  population: number | null
  postcodes: string[]
}

type Commune = {
  code: string
  nom: string
  type: string
  departement?: string
  codesPostaux?: string[]
  population?: number
  commune?: string
}
type Epci = { code: string; nom: string; populationMunicipale?: number; membres: { code: string }[] }
type Departement = { code: string; nom: string }

/** Major version 6 of the package holds the official geographic code of 2026. */
export const COG_VINTAGE = '2026'
const ORIGIN = {
  vintage: COG_VINTAGE,
  source: 'etalab/decoupage-administratif',
  licence: 'Licence Ouverte 2.0',
}

const { resolve } = createRequire(import.meta.url)
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'))

/**
 * The communes, EPCI and départements of France, without contours: the package has none. The districts of
 * Paris, Lyon and Marseille come as communes too, because IRIS and many files use their codes; no
 * EPCI or département lists them among its communes, so that nothing is counted twice.
 */
export function referenceZones(): ReferenceZone[] {
  const communes = read<Commune[]>('communes').filter(
    ({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal',
  )
  const epcis = read<Epci[]>('epci')
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map(({ code }) => [code, epci.code] as const)))
  const current = communes.filter(({ type }) => type === 'commune-actuelle')
  const byDepartement = Map.groupBy(current, ({ departement }) => departement ?? '')
  return [
    ...communes.map((commune) => ({
      ...ORIGIN,
      level: 'commune' as const,
      code: commune.code,
      name: commune.nom,
      communes: [commune.code],
      epci: epciOf.get(commune.commune ?? commune.code) ?? null,
      departement: commune.departement ?? null,
      population: commune.population ?? null,
      postcodes: commune.codesPostaux ?? [],
    })),
    ...epcis.map((epci) => ({
      ...ORIGIN,
      level: 'epci' as const,
      code: epci.code,
      name: epci.nom,
      communes: epci.membres.map(({ code }) => code),
      epci: null,
      departement: null,
      population: epci.populationMunicipale ?? null,
      postcodes: [],
    })),
    ...read<Departement[]>('departements').map(({ code, nom }) => {
      const members = byDepartement.get(code) ?? []
      return {
        ...ORIGIN,
        level: 'departement' as const,
        code,
        name: nom,
        communes: members.map((member) => member.code),
        epci: null,
        departement: code,
        population: members.some((member) => member.population !== undefined)
          ? members.reduce((sum, { population }) => sum + (population ?? 0), 0)
          : null,
        postcodes: [],
      }
    }),
  ]
}
