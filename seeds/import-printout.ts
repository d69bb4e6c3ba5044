import { expectedFormats } from '#api/domain/import-formats'
import { REMARKS, type RemarkCode } from '#api/domain/import-remarks'
import type { ImportRemark, ImportReport, ImportRun } from '#contract/imports'
import type { Language, Words } from './import-words.ts'

/** Remarks of a kind that a person reads in a terminal. */
const SHOWN = 20

function remarkText(
  { line, field, code, message, value }: ImportRemark,
  words: Words,
  language: Language,
): string {
  const where = [line === null ? null : `${words.line} ${line}`, field].filter(Boolean).join(', ')
  const said = code in REMARKS ? REMARKS[code as RemarkCode][language] : message
  const quoted = value === null ? '' : ` (${value})`
  const expected = code === 'unknown_format' ? `\n    ${expectedFormats().replaceAll('; ', '\n    ')}` : ''
  return `  ${where ? `${where}${language === 'fr' ? ' :' : ':'} ` : ''}${said}${quoted}${expected}`
}

function remarksText(title: string, remarks: ImportRemark[], words: Words, language: Language): string[] {
  if (remarks.length === 0) return []
  const rest = remarks.length - SHOWN
  return [
    title,
    ...remarks.slice(0, SHOWN).map((remark) => remarkText(remark, words, language)),
    ...(rest > 0 ? [`  ${words.others(rest.toLocaleString(language))}`] : []),
  ]
}

function countsText(report: ImportReport, words: Words, language: Language): string {
  const counts = { ...report, refused: report.refused.length }
  const names = ['rows', 'created', 'updated', 'unchanged', 'ignored', 'refused'] as const
  return names.map((name) => `${counts[name].toLocaleString(language)} ${words.counts[name]}`).join(' · ')
}

/** A finished run as a person reads it in a terminal. */
export function reportText(run: ImportRun, report: ImportReport, words: Words, language: Language): string {
  const format = report.format === null ? [] : [words.formats[report.format]]
  return [
    [run.filename, ...format, words.outcomes[report.outcome]].join(' · '),
    countsText(report, words, language),
    ...(run.dryRun ? [words.dryRun] : []),
    ...remarksText(words.refusals, report.refused, words, language),
    ...remarksText(words.reservations, report.reservations, words, language),
  ].join('\n')
}
