import { v7 as newId } from 'uuid'
import { insertActor } from '#api/features/actors/actors.write.repository'
import { type ActorFields, ActorInput } from '#contract/actors'
import type { WorkspaceTransaction } from '#db/workspace'
import { keepReferences, keepTypes, setProvenance } from './shared.repository.ts'

/** The identity of a copied actor at its source. */
export const originOf = ({ workspaceId, id }: { workspaceId: string; id: string }) => ({
  source: `workspace:${workspaceId}`,
  sourceId: id,
})

/** The type of an actor whose own is not in the nomenclature here. */
const UNKNOWN_TYPE = 'autre-organisation'

/**
 * Copies an offered actor, with its origin. Nobody here has verified it yet, and a person behind a contact has agreed to
 * be known of the other workspace, not of this one.
 */
export async function takeActor(
  transaction: WorkspaceTransaction,
  from: { workspaceId: string; id: string },
  { fields, day }: { fields: ActorFields; day: string },
  now: Date,
): Promise<string> {
  const { tx, workspaceId } = transaction
  const [typeId = UNKNOWN_TYPE] = await keepTypes(tx, workspaceId, [fields.typeId])
  const copy = ActorInput.parse({
    ...fields,
    id: newId(),
    typeId,
    secondaryTypeIds: await keepTypes(tx, workspaceId, fields.secondaryTypeIds),
    contacts: fields.contacts.filter(({ person }) => !person).map((one) => ({ ...one, id: newId() })),
    places: fields.places.map((one) => ({ ...one, id: newId() })),
    area: { ...fields.area, zones: await keepReferences(tx, fields.area.zones) },
    verifiedAt: null,
  })
  await insertActor(transaction, copy, now)
  await setProvenance(tx, workspaceId, copy.id, { ...originOf(from), day })
  return copy.id
}
