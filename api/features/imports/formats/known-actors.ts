import { annuaireDila } from './annuaire.ts'
import { bpe } from './bpe.ts'
import { dataInclusionServices } from './data-inclusion-services.ts'
import { dataInclusionStructures } from './data-inclusion-structures.ts'
import { dataInclusionServicesV0, dataInclusionStructuresV0 } from './data-inclusion-v0.ts'
import { finessCsv } from './finess-csv.ts'
import { finessJson } from './finess-json.ts'
import type { Format } from './format.ts'
import { franceServices } from './france-services.ts'
import { hsdsOrganizations } from './hsds-organizations.ts'
import { hsdsServices } from './hsds-services.ts'
import { hsdsTables } from './hsds-tables.ts'
import { mediationNumerique } from './mediation-numerique.ts'
import { rnaImport, rnaWaldec } from './rna.ts'

/** Known files of actors and of what they offer. */
export const ACTOR_FORMATS: readonly Format[] = [
  franceServices,
  mediationNumerique,
  dataInclusionServicesV0,
  dataInclusionStructuresV0,
  dataInclusionServices,
  dataInclusionStructures,
  finessCsv,
  finessJson,
  rnaWaldec,
  rnaImport,
  annuaireDila,
  hsdsServices,
  hsdsOrganizations,
  hsdsTables,
  bpe,
]
