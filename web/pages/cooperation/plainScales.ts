import type { Scales } from '#contract/scales'

/** The product's words, until those of the workspace have come. */
export const PLAIN_SCALES: Scales = {
  need: null,
  possibility: null,
  quadrants: null,
  teamId: null,
  version: 0,
}
