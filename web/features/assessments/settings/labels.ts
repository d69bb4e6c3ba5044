import { QUADRANTS, type Quadrant, type Scales } from '#contract/scales'

export type Four = readonly [string, string, string, string]
export type Labels = { need: Four; possibility: Four; quadrants: Record<Quadrant, string> }

const isSame = (one: Four, other: Four): boolean => one.every((label, level) => label === other[level])

const trimmed = (labels: Four): Four => labels.map((label) => label.trim()) as unknown as Four

/**
 * What is kept of labels as they are written: null where they are the product's own, so that another language finds
 * its words.
 */
export function toScales(written: Labels, own: Labels): Pick<Scales, 'need' | 'possibility' | 'quadrants'> {
  const four = (labels: Four, before: Four) => (isSame(labels, before) ? null : ([...labels] as [...Four]))
  const quadrants = Object.fromEntries(
    QUADRANTS.map((one) => [one, written.quadrants[one].trim()]),
  ) as Labels['quadrants']
  return {
    need: four(trimmed(written.need), own.need),
    possibility: four(trimmed(written.possibility), own.possibility),
    quadrants: QUADRANTS.every((one) => quadrants[one] === own.quadrants[one]) ? null : quadrants,
  }
}

/** Whether every label says something. */
export const isWhole = ({ need, possibility, quadrants }: Labels): boolean =>
  [...need, ...possibility, ...Object.values(quadrants)].every((label) => label.trim() !== '')
