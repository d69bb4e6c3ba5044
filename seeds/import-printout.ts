import { expectedFormats } from '#api/domain/import-formats'
import { REMARKS, type RemarkCode } from '#api/domain/import-remarks'
import type { ImportRemark, ImportReport, ImportRun } from '#contract/imports'
import type { Language, Words } from './import-words.ts'

/** Rows that a person reads in a terminal under each remark. */
const SHOWN = 8

const rowText = ({ line, value }: ImportRemark): string =>
  [line === null ? null : String(line), value === null ? null : `(${value})`].filter(Boolean).join(' ')

/** One sentence for all rows that it is said of, then their lines and what they hold. */
function remarkText(remarks: ImportRemark[], words: Words, language: Language): string[] {
  const { code, field, message, line } = remarks[0]!
  const hasLine = line !== null
  const said = code in REMARKS ? REMARKS[code as RemarkCode][language] : message
  const rows = remarks.map(rowText).filter(Boolean)
  const rest = rows.length - SHOWN
  const listed = [...rows.slice(0, SHOWN), ...(rest > 0 ? [words.others(rest.toLocaleString(language))] : [])]
  return [
    `  ${[said, field].filter(Boolean).join(' · ')}`,
    ...(listed.length > 0 ? [`    ${hasLine ? `${words.lines} ` : ''}${listed.join(', ')}`] : []),
    ...(code === 'unknown_format'
      ? expectedFormats()
          .split('; ')
          .map((format) => `    ${format}`)
      : []),
  ]
}

function remarksText(title: string, remarks: ImportRemark[], words: Words, language: Language): string[] {
  const groups = Map.groupBy(remarks, ({ code, field }) => `${code} ${field}`)
  const texts = [...groups.values()].flatMap((group) => remarkText(group, words, language))
  return texts.length > 0 ? [title, ...texts] : []
}

function countsText(report: ImportReport, words: Words, language: Language): string {
  const counts = { ...report, refused: report.refused.length }
  const names = ['rows', 'created', 'updated', 'unchanged', 'ignored', 'refused'] as const
  return names.map((name) => `${words.counts[name]} ${counts[name].toLocaleString(language)}`).join(' · ')
}

/** A finished run as a person reads it in a terminal. */
export function reportText(run: ImportRun, report: ImportReport, words: Words, language: Language): string {
  const format = report.format === null ? [] : [words.formats[report.format]]
  const isWhole = report.refused[0]?.line === null
  return [
    [run.filename, ...format, words.outcomes[report.outcome]].join(' · '),
    ...(isWhole ? [] : [countsText(report, words, language)]),
    ...(run.dryRun ? [words.dryRun] : []),
    ...remarksText(words.refusals, report.refused, words, language),
    ...remarksText(words.reservations, report.reservations, words, language),
  ].join('\n')
}
