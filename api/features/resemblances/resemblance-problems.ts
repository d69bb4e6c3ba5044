import { problem } from '#api/http/problems'

/** Somebody else has decided the pair meanwhile. */
export const alreadyDecided = (id: string) =>
  problem(409, 'resemblance_decided', `Resemblance ${id} has been decided`, { values: { id } })

/** Values for fewer people would come into an actor for more people. */
export const wouldLeak = (fields: readonly string[]) =>
  problem(409, 'merge_would_leak', `Values for fewer people than the merged actor: ${fields.join(', ')}`, {
    values: { fields },
  })

/** Later edits of these fields stand in the way of taking a decision back. */
export const editedSince = (fields: readonly string[]) =>
  problem(409, 'edited_since', `Written since: ${fields.join(', ')}`, { values: { fields } })

/** The whole would be a part of its own part. */
export const partOfItself = (id: string) =>
  problem(409, 'part_of_itself', `Actor ${id} is a part of the other already`, { values: { id } })
