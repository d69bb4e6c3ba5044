import { BENEFIT_DESCRIPTIONS } from '#api/domain/benefits'
import { FIGURES_USED, type Imported } from '#api/domain/estimate-offers'
import type { Queries } from '#db/client'
import { contouredLevels, listImported, type Where } from './zone-figures.repository.ts'

const CLAIMANTS = Object.values(BENEFIT_DESCRIPTIONS).map(({ claimants }) => claimants)

/** What there is to estimate from. */
export const importedFigures = async (tx: Queries, where: Where): Promise<Imported> => ({
  figures: await listImported(tx, where, [...CLAIMANTS, ...FIGURES_USED]),
  contours: await contouredLevels(tx),
})
