import { expectedFormats, FORMAT_WORDS } from '#api/domain/import-formats'
import { REMARKS, type RemarkCode } from '#api/domain/import-remarks'
import type { ImportRemark, ImportReport, ImportRun } from '#contract/imports'
import type { ImportQuestion, QuestionAbout } from '#contract/questions'
import type { Language, Words } from './import-words.ts'

/** Rows that a person reads in a terminal under each remark. */
const SHOWN = 8
const SHORTCUTS: readonly QuestionAbout[] = ['projection', 'layer', 'encoding']

const rowText = ({ line, value, suggestion }: ImportRemark, words: Words): string =>
  [
    line === null ? null : String(line),
    value === null ? null : `(${value})`,
    suggestion === null ? null : `${words.suggestion} ${suggestion}`,
  ]
    .filter(Boolean)
    .join(' ')

/** One sentence for all rows that it is said of, then their lines and what they hold. */
function remarkText(remarks: ImportRemark[], words: Words, language: Language): string[] {
  const { code, field, message, line } = remarks[0]!
  const hasLine = line !== null
  const said = code in REMARKS ? REMARKS[code as RemarkCode][language] : message
  const rows = remarks.map((remark) => rowText(remark, words)).filter(Boolean)
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
  const counts = { ...report, refused: report.refusedRows }
  const names = ['rows', 'created', 'updated', 'unchanged', 'ignored', 'refused'] as const
  return names.map((name) => `${words.counts[name]} ${counts[name].toLocaleString(language)}`).join(' · ')
}

const howTo = (about: QuestionAbout, value: string): string => {
  const quoted = /^[\w:.-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
  return SHORTCUTS.includes(about) ? `--${about} ${quoted}` : `--answer ${about}=${quoted}`
}

/** A question, and for each answer where it would put the first row, or what it would read. */
function questionText({ about, options, value, suggested }: ImportQuestion, words: Words): string[] {
  if (about === 'mapping') return [words.questions.mapping, `  ${words.confirm}`]
  return [
    [words.questions[about], value === null ? null : `(${value})`].filter(Boolean).join(' '),
    ...options.map(({ value: answer, label, points, samples }) => {
      const [longitude, latitude] = points[0]?.coordinates ?? []
      const where = latitude === undefined ? samples[0] : `${latitude.toFixed(4)}, ${longitude!.toFixed(4)}`
      const likely = answer === suggested ? `(${words.likely})` : null
      return `  ${[howTo(about, answer), label, where && `→ ${where}`, likely].filter(Boolean).join('  ')}`
    }),
    ...(options.length === 0 ? [`  ${words.answerWith} ${howTo(about, '…')}`] : []),
  ]
}

/** How a table that is no known file is read, column by column. */
function mappingText({ table, mapping }: ImportReport, words: Words): string[] {
  if (!table || !mapping) return []
  const used = new Set(mapping.columns.map(({ column }) => column))
  const unused = table.columns.map(({ name }) => name).filter((name) => !used.has(name))
  return [
    `${words.mapping(table.mappedBy)} (${mapping.what}) · ${words.source} ${mapping.source}`,
    ...mapping.columns.map(
      ({ column, field, as }) => `  ${column} → ${[field, as].filter(Boolean).join(' ')}`,
    ),
    ...(unused.length > 0 ? [`  ${words.unused} : ${unused.join(', ')}`] : []),
    `  ${words.key} ${mapping.key ?? words.nameAndCommune}`,
  ]
}

/** A finished run as a person reads it in a terminal. */
export function reportText(
  run: Omit<ImportRun, 'report'>,
  report: ImportReport,
  words: Words,
  language: Language,
): string {
  const format = report.format === null ? [] : [FORMAT_WORDS[report.format][language]]
  const isWhole = report.refused[0]?.line === null
  const toDo = words.toDo(report.unplaced, report.resemblances, report.gone)
  const isAsked = report.questions.length > 0
  return [
    [run.filename, ...format, words.outcomes[report.outcome]].join(' · '),
    ...(isWhole ? [] : [countsText(report, words, language)]),
    ...(run.dryRun && !isAsked ? [words.dryRun] : []),
    ...mappingText(report, words),
    ...(isAsked ? [] : remarksText(words.refusals, report.refused, words, language)),
    ...report.questions.flatMap((question) => questionText(question, words)),
    ...remarksText(words.reservations, report.reservations, words, language),
    ...(toDo.length > 0 ? [toDo.join(' · ')] : []),
    ...(run.dryRun || isAsked ? [] : [`${words.run} ${run.id}`]),
  ].join('\n')
}
