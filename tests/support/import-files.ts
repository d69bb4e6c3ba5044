import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SHARED = process.env.MAILLAGE_SHARED ?? fileURLToPath(new URL('../../../shared/', import.meta.url))

/** A published file that lies beside the repository; undefined, and said aloud, where it does not. */
export function shared(path: string): string | undefined {
  const file = join(SHARED, path)
  if (existsSync(file)) return file
  console.warn(`Not tested: ${path} is not beside the repository (set MAILLAGE_SHARED)`)
  return undefined
}

export const contentOf = (path: string): Buffer => readFileSync(path)

/** A file that lasts as long as the test. */
export function aFile(content: string | Uint8Array, name = 'file'): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const FRANCE_SERVICES = {
  id_fs: '1',
  lib_fs: 'France services de Valserhône',
  adresse: '5-9 Rue des Papetiers',
  insee_com: '01033',
  code_postal: '01200',
  lib_com: 'Valserhône',
  latitude: '46.10607',
  longitude: '5.82600',
  mail: 'accueil@example.org',
  telephone: '04 50 56 87 49',
  h_lundi: '09:00 - 12:00 / 14:00 - 17:00',
  prise_rdv: 'Non',
  commentaire: '',
  format_fs: 'Fixe',
}
export type FranceServicesCells = Partial<typeof FRANCE_SERVICES>

/** A list of France services: one row for each set of cells that differ from an ordinary row. */
export function franceServices(rows: FranceServicesCells[], separator = ','): string {
  const columns = Object.keys(FRANCE_SERVICES)
  const lines = rows.map((row) => Object.values({ ...FRANCE_SERVICES, ...row }).map((cell) => `"${cell}"`))
  return [columns, ...lines].map((cells) => cells.join(separator)).join('\n')
}

export const manyFranceServices = (count: number): string =>
  franceServices(
    Array.from({ length: count }, (_, i) => ({ id_fs: String(i + 1), lib_fs: `Maison ${i + 1}` })),
  )

export const aStructure = (more: Record<string, unknown> = {}) => ({
  source: 'dora',
  id: 'dora--maison',
  nom: 'Maison du lien',
  date_maj: '2025-02-14',
  adresse: '1 rue du Port',
  code_insee: '59350',
  code_postal: '59000',
  commune: 'Lille',
  latitude: 50.63,
  longitude: 3.06,
  horaires_accueil: 'Mo-Fr 10:00-20:00',
  reseaux_porteurs: ['ccas-cias'],
  siret: '12345678901237',
  telephone: '0320000000',
  courriel: 'contact@example.org',
  site_web: 'https://example.org/',
  description: 'Accueil et écoute.',
  ...more,
})

export const aService = (more: Record<string, unknown> = {}) => ({
  source: 'dora',
  structure_id: 'dora--maison',
  id: 'dora--ecoute',
  nom: 'Écoute',
  date_maj: '2025-02-14',
  description: 'Sans rendez-vous.',
  thematiques: ['remobilisation--lien-social'],
  publics: ['tous-publics'],
  contact_nom_prenom: 'Camille Martin',
  ...more,
})

const SQUARE = [
  [
    [3, 50],
    [3.1, 50],
    [3.1, 50.1],
    [3, 50.1],
    [3, 50],
  ],
]

export const aFeature = (
  properties: Record<string, unknown>,
  coordinates: unknown = SQUARE,
  type = 'Polygon',
) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

export const geojson = (...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features })

export const anIris = (code: string, coordinates?: unknown) =>
  aFeature({ CODE_IRIS: code, NOM_IRIS: `Quartier ${code}`, TYP_IRIS: 'H' }, coordinates)
