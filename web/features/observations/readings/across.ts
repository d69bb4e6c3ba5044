import { type FieldWord, type Reading, readingOf } from '#api/domain/field-reading'
import type { ZoneWord } from '#contract/estimates'
import type { ZoneReading } from '#contract/observations'

/** One zone as figures and as people speak of it, side by side, and how the two read together. */
export type ZoneAcross = {
  zoneId: string | null
  code: string
  name: string
  /** Undefined where the estimate does not know the zone. */
  figures: ZoneWord | undefined
  /** Undefined where nobody said anything. */
  field: ZoneReading | undefined
  fieldWord: FieldWord
  reading: Reading
}

const fieldWordOf = (field: ZoneReading | undefined): FieldWord =>
  !field || field.seen === 0 ? 'nothing_said' : field.seen === 1 ? 'said' : 'said_by_several'

/**
 * Every zone of which one side or the other knows something, in the order of the codes. Figures that say nothing (secret, none,
 * too few households) are read as undetermined: they agree with nobody.
 */
export function lookAcross(words: readonly ZoneWord[], field: readonly ZoneReading[]): ZoneAcross[] {
  const figuresOf = new Map(words.map((zone) => [zone.code, zone]))
  const fieldOf = new Map(field.map((zone) => [zone.code, zone]))
  const codes = [...new Set([...figuresOf.keys(), ...fieldOf.keys()])].sort()
  return codes.map((code) => {
    const [figures, said] = [figuresOf.get(code), fieldOf.get(code)]
    const fieldWord = fieldWordOf(said)
    return {
      zoneId: figures?.zoneId ?? said?.zoneId ?? null,
      code,
      name: figures?.name ?? said?.name ?? code,
      figures,
      field: said,
      fieldWord,
      reading: readingOf(figures?.word ?? 'undetermined', fieldWord),
    }
  })
}
