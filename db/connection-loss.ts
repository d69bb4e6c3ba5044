/** Connections that are refused or lost, also in the driver's own words, and a server that stops or has not recovered yet. */
const AWAY = /^(?:08\w{3}|57P0[123]|CONNECTION_(?:CLOSED|DESTROYED)|CONNECT_TIMEOUT)$/

/** Whether an error, or what caused it, says that the database is away for the moment. */
export function isConnectionLoss(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if (AWAY.test(String((one as Error & { code?: unknown }).code))) return true
  return false
}
