import type { z } from 'zod'
import { BENEFIT_DESCRIPTIONS } from '#api/domain/benefits'
import { countsOf, isEstimable } from '#api/domain/estimate-inputs'
import { areUsable, assumptionsOf, type Imported, offerAt, parametersFor } from '#api/domain/estimate-offers'
import type { Caller } from '#api/http/caller'
import { notFound } from '#api/http/problems'
import { type EstimateInput, EstimateParameters, type EstimateSources } from '#contract/estimates'
import type { Queries } from '#db/client'
import { hashOf } from './estimate-hash.ts'
import { estimateWithoutClaimants, estimateWithoutFigures } from './estimate-problems.ts'
import type { QueuedRun } from './estimate-queue.ts'
import { insertRun } from './estimates.repository.ts'
import { gatherInputs } from './gather-inputs.ts'
import { importedFigures } from './offers.ts'
import { hasTerritory } from './zone-figures.repository.ts'

type Asked = z.output<typeof EstimateInput>

/** What was chosen, if it can serve; else what is proposed. Problem `estimate_without_figures`. */
function sourcesOf({ sources, benefit, level }: Asked, imported: Imported): EstimateSources {
  const offer = offerAt(benefit, level, imported)
  if (!sources) {
    if (!offer.sources) throw estimateWithoutFigures(offer.missing)
    return offer.sources
  }
  if (areUsable(sources, benefit, level, imported)) return sources
  throw estimateWithoutFigures(offer.missing.length ? offer.missing : ['claimants', 'poverty_rate'])
}

/** In how many parts the claimants of these sources are counted. */
const partsOf = ({ claimants }: EstimateSources, { figures }: Imported): number =>
  figures.find(
    ({ source, period, level, vintage, figure }) =>
      source === claimants.source &&
      period === claimants.period &&
      level === claimants.level &&
      vintage === claimants.vintage &&
      figure === claimants.figure,
  )?.parts ?? 1

/**
 * Takes down all that a run is made of, so that it can be done again. Answers with what is to be worked out.
 * Problems: `territory_not_found`, `estimate_without_figures`, `estimate_without_claimants`.
 */
export async function startEstimate(
  tx: Queries,
  { workspaceId, author }: Pick<Caller, 'workspaceId' | 'author'>,
  asked: Asked,
  { now, seed }: { now: Date; seed: number },
): Promise<QueuedRun> {
  const { id, name, benefit, level, territoryId } = asked
  if (territoryId && !(await hasTerritory(tx, workspaceId, territoryId)))
    throw notFound('territory', territoryId)
  const where = { workspaceId, territory: territoryId }
  const imported = await importedFigures(tx, where)
  const sources = sourcesOf(asked, imported)
  const assumptions = assumptionsOf(sources, benefit, partsOf(sources, imported))
  const parameters = EstimateParameters.parse({
    ...parametersFor(benefit, assumptions),
    ...asked.parameters,
  })
  const { inputs, names } = await gatherInputs(tx, where, level, sources)
  if (!isEstimable(inputs)) throw estimateWithoutClaimants()
  const job = { inputs, parameters, seed }
  await insertRun(tx, {
    ...{ workspaceId, id, name, benefit, territoryId, level, sources, assumptions, parameters, seed, inputs },
    state: 'queued',
    hash: hashOf(job),
    blindSpots: [...BENEFIT_DESCRIPTIONS[benefit].blindSpots],
    counts: countsOf(inputs),
    author,
    startedAt: now.toISOString(),
    beatAt: now.toISOString(),
  })
  return { workspaceId, id, job, names }
}
