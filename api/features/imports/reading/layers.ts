import { refusal } from '#api/domain/import-remarks'
import type { Reading } from './records.ts'
import { asked, questionOf, rejected } from './stop.ts'

const MAX_CHOICES = 100

/**
 * The layer, sheet or file that is to be read: the only one, or the one that a person has chosen.
 *
 * @throws {FileStop} `no_layer`, or a question whose options are the names
 */
export function chooseLayer(
  names: readonly string[],
  { answers }: Pick<Reading, 'answers'>,
  suggested: string | null = null,
): string {
  const chosen = names.find((name) => name.slice(0, 200) === answers.layer)
  if (chosen !== undefined) return chosen
  if (names.length === 1) return names[0]!
  if (names.length === 0) throw rejected('no_layer')
  const problem = refusal('layer_needed', null, names.length)
  const options = names
    .slice(0, MAX_CHOICES)
    .map((name) => ({ value: name.slice(0, 200), label: name.slice(0, 200) }))
  throw asked(problem, questionOf('layer', problem, options, suggested))
}
