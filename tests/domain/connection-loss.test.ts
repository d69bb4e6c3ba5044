import { expect, test } from 'vitest'
import { isConnectionLoss } from '#db/connection-loss'

const failure = (code: string, cause?: Error) =>
  Object.assign(new Error(code, cause && { cause }), code && { code })

test('[IMP196] a database that went away is told from one that refuses, however deep the error is', () => {
  for (const code of ['08006', '08001', '57P01', '57P02', '57P03', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT']) {
    expect(isConnectionLoss(failure(code))).toBe(true)
    expect(isConnectionLoss(failure('', failure(code)))).toBe(true)
  }
  for (const code of ['23505', '57014', '42501', '']) expect(isConnectionLoss(failure(code))).toBe(false)
  expect(isConnectionLoss('08006')).toBe(false)
})
