import type { Unplaced } from '#contract/geocoding'

export type Lettered = Unplaced['candidates'][number] & { letter: string }

/** Candidates with the letters that tell them apart in the list and on the map. */
export const lettered = ({ candidates }: Unplaced): Lettered[] =>
  candidates.map((candidate, at) => ({ ...candidate, letter: String.fromCharCode(65 + at) }))
