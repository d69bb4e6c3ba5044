import { problem } from '#api/http/problems'

/** Somebody else accepted or refused it first. */
export const proposalDecided = (id: string) =>
  problem(409, 'proposal_decided', `Proposal ${id} has been decided`, { values: { id } })
