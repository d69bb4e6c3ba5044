import { problem } from '#api/http/problems'

export const tooFewZones = (zones: number, least: number) =>
  problem(422, 'too_few_zones', `${zones} zones have a value, at least ${least} are needed`, {
    values: { zones, least },
  })

/** Counts gather where people do: only rates say where they differ. */
export const figuresAreCounts = (figure: string) =>
  problem(422, 'figures_are_counts', `${figure} is no rate`, { values: { figure } })
