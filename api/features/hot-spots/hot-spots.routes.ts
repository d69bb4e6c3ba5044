import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from '#api/http/deps'
import { serve } from '#api/http/serve'
import { hotSpotEndpoints } from '#contract/hot-spots'
import { findHotSpots } from './find-hot-spots.ts'
import { hotSpotsQueue } from './hot-spots-queue.ts'
import { makeComposite } from './make-composite.ts'
import { rememberAnswers } from './remember.ts'

export const hotSpotsRoutes: FastifyPluginAsync<Deps> = async (app, { database }) => {
  const queue = hotSpotsQueue()
  app.addHook('preClose', () => queue.close())
  const remember = rememberAnswers(database)

  serve(app, hotSpotEndpoints.find, 'figure:read', ({ query, caller }) =>
    remember(caller, `hot spots ${JSON.stringify(query)}`, () =>
      findHotSpots({ database, queue }, caller, query),
    ),
  )
  serve(app, hotSpotEndpoints.composite, 'figure:read', ({ query, caller }) =>
    remember(caller, `composite ${JSON.stringify(query)}`, () =>
      makeComposite({ database, queue }, caller, query),
    ),
  )
}
