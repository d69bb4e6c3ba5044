import { problem } from '#api/http/problems'

/** Fewer than eleven households live there, or nobody that the grid knows of. */
export const areaTooSmall = () =>
  problem(422, 'area_too_small', 'Fewer than eleven households live in this area')

/** Subtracting what was shown before would leave one to ten households. */
export const areaWouldDisclose = () =>
  problem(
    422,
    'area_would_disclose',
    'With what was shown before, this area would tell of fewer than eleven households',
  )

/** More ground than one answer may add up. */
export const areaTooLarge = (cells: number) =>
  problem(422, 'area_too_large', `More than ${cells} squares of the grid`, { values: { cells } })

/** The squares of the grid are being worked out after an import. */
export const gridNotReady = (vintage: string) =>
  problem(409, 'grid_not_ready', `The grid ${vintage} is being worked out`, { values: { vintage } })
