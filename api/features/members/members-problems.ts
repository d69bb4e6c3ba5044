import { problem } from '#api/http/problems'

/** Nobody gives or takes away what they could not give. */
export const roleBeyondOwn = () =>
  problem(403, 'role_beyond_own', 'This account may not give or withdraw these rights')

export const unknownTerritory = () =>
  problem(400, 'unknown_territory', 'A limit names a territory that this workspace does not have')

export const notOperator = () =>
  problem(403, 'not_operator', 'Only an operator of the server creates workspaces')
