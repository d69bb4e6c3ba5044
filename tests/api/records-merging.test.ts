import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { startApp } from '../support/app.ts'
import { aBody, recordsOf } from '../support/records.ts'

const FIELDS = ['name', 'purpose', 'perimeter', 'meetingPlace', 'note'] as const

/** Writers who each have one field of their own; each step one of them reads, or writes what they last read of. */
const steps = fc.array(
  fc.record({
    writer: fc.integer({ min: 0, max: FIELDS.length - 1 }),
    act: fc.constantFrom('read', 'write'),
  }),
  { minLength: 1, maxLength: 14 },
)

it('[REC3] no order of edits on disjoint fields loses one of them', async () => {
  const app = await startApp()
  const records = recordsOf('body', app)
  let serial = 0
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const body = aBody([], { id: newId() })
      await records.create(body)
      const read = FIELDS.map(() => 1)
      const written: Record<string, string> = {}
      for (const { writer, act } of order) {
        const field = FIELDS[writer]!
        if (act === 'read') read[writer] = (await records.get(body.id)).version
        else {
          const value = `${field} ${serial++}`
          const { record } = await records.update(body.id, read[writer]!, { [field]: value })
          // A writer has seen what they wrote themselves.
          read[writer] = record.version
          written[field] = value
        }
      }
      expect(await records.get(body.id)).toMatchObject(written)
    }),
    { numRuns: 40 },
  )
})

it('[REC3] edits of disjoint fields sent at the same moment all arrive', async () => {
  const records = recordsOf('body', await startApp())
  const body = aBody()
  await records.create(body)
  const sets = FIELDS.map((field) => ({ [field]: `${field} nouveau` }))
  await Promise.all(sets.map((set) => records.update(body.id, 1, set)))
  expect(await records.get(body.id)).toMatchObject({
    ...Object.assign({}, ...sets),
    version: 1 + FIELDS.length,
  })
})
