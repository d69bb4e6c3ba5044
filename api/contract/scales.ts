import { z } from 'zod'
import { Id } from './common.ts'
import type { Endpoint } from './endpoint.ts'

/** Need and possibility, each high or low. No product of the two, no order among them. */
export const QUADRANTS = ['formalise', 'lift_brakes', 'keep_tie', 'watch'] as const
export const Quadrant = z.enum(QUADRANTS)
export type Quadrant = z.infer<typeof Quadrant>

const Label = z.string().trim().min(1).max(40)
const FourLabels = z.tuple([Label, Label, Label, Label])

/** How a workspace calls the four levels, from 0 to 3, and the quadrants; null: the product's words. */
export const ScaleFields = z.object({
  need: FourLabels.nullable(),
  possibility: FourLabels.nullable(),
  quadrants: z.record(Quadrant, Label).nullable(),
  /** The actor that is « notre équipe »: the middle of the circles, where a path of introduction starts. */
  teamId: Id.nullable(),
})
export const Scales = ScaleFields.extend({ version: z.int() })
export type Scales = z.infer<typeof Scales>

export const scaleEndpoints = {
  get: { method: 'GET', path: '/api/scales', response: Scales },
  update: {
    method: 'PATCH',
    path: '/api/scales',
    body: z.object({ version: z.int(), set: ScaleFields.partial() }),
    response: Scales,
  },
} as const satisfies Record<string, Endpoint>
