import { createHash } from 'node:crypto'
import type { ContactDraft, ReadContext, RowProblem } from '#api/domain/import-draft'
import { readDayHours } from '#api/domain/import-hours'
import { NAMELESS_SOURCE } from '#api/domain/import-mapping'
import { weekdayOf } from '#api/domain/import-mapping-names'
import * as values from '#api/domain/import-mapping-values'
import { publicWords, typeWords } from '#api/domain/import-mapping-words'
import { refusal, reservation, suggesting } from '#api/domain/import-remarks'
import { COMMUNE_CODE, POSTCODE, readLine, readText } from '#api/domain/import-text'
import type { ImportMapping, MappedField } from '#contract/mappings'
import type { Interpreted, RawRecord } from './format.ts'
import type { Locate } from './mapped-position.ts'
import { cellText } from './mapped-table.ts'
import { placeOf, type Schedule } from './place.ts'
import { readSchedule, weeklySchedule } from './schedule.ts'

type Field = MappedField<'actor'>
type Said = { column: string; text: string }
type Row = { of(field: Field): Said[]; problems: RowProblem[] }

/** The first column of a field that gives a value, with what is to be said of the others. */
function firstOf<T>(
  { of, problems }: Row,
  field: Field,
  read: (cell: string, column: string) => values.Read<T>,
): T | null {
  const found = of(field).map(({ text, column }) => read(text, column))
  const value = found.find((one) => one.value !== null)?.value ?? null
  if (value === null) problems.push(...found.flatMap(({ problem }) => problem ?? []))
  return value
}

const linesOf = (row: Row, field: Field, max: number): string[] =>
  row.of(field).flatMap(({ text }) => {
    const line = values.said(text)
    return line === null ? [] : [line.slice(0, max)]
  })

/** Parts of an address in their order: a number and its street make one line, the rest follows after a comma. */
const addressOf = (parts: readonly string[]): string =>
  parts.reduce((line, part) => {
    if (line === '') return part
    const isNumber =
      /(^|[\s,])\d+\s*(bis|ter|quater|[a-z])?$/i.test(line) ||
      /(^|\s)(rue|avenue|av|bd|boulevard|place|pl|chemin|che|route|rte|impasse|imp|allées?|all|quai|cours|square|sq|r)\.?$/i.test(
        line,
      )
    return isNumber ? `${line} ${part}` : `${line}, ${part}`
  }, '')

function contactsOf(row: Row): ContactDraft[] {
  const many = (field: 'phone' | 'email', read: typeof values.readPhones) =>
    row.of(field).flatMap(({ text, column }) => {
      const found = read(text, column)
      row.problems.push(...found.problems)
      return found.values.slice(0, 5).map((value) => ({ kind: field, value: value.slice(0, 300) }))
    })
  const websites = row.of('website').flatMap(({ text, column }) => {
    const { value, problem } = values.readSite(text, column)
    if (problem) row.problems.push(problem)
    return value === null ? [] : [{ kind: 'website' as const, value }]
  })
  const all = [...many('phone', values.readPhones), ...many('email', values.readMails), ...websites]
  const seen = new Set<string>()
  return all
    .filter(({ kind, value }) => !seen.has(`${kind} ${value}`) && seen.add(`${kind} ${value}`))
    .slice(0, 20)
}

/** One text of hours, or one column a day. */
function scheduleOf(row: Row, today: string): Schedule | null {
  const days = row.of('hours').filter(({ column }) => weekdayOf(column) >= 0)
  if (days.length === 0) {
    const written = row.of('hours').find(({ text }) => values.said(text) !== null)
    return written ? readSchedule({ field: written.column, value: written.text }, today, row.problems) : null
  }
  const week = Array.from({ length: 7 }, (_, day) => {
    const said = days.find(({ column }) => weekdayOf(column) === day)
    const text = values.said(said?.text ?? '')
    if (!said || text === null || /^ferm/i.test(text)) return []
    const { intervals, unreadable } = readDayHours(
      text.replace(/\s*(?:\bet\b|,|;)\s*/g, ' / ').replace(/(\d)\s*h(?!\d)/gi, '$1h00'),
    )
    if (unreadable !== null) row.problems.push(reservation('hours_unreadable', said.column, text))
    return intervals
  })
  return weeklySchedule(week)
}

/** Postcode and name of the commune stand together in some cells: `59000 Lille`. */
const withoutPostcode = (text: string): string => text.replace(/^\d{5}\s+|\s*\(?\d{5}\)?$/g, '')

const hashOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)

type ActorReading = {
  mapping: ImportMapping
  context: ReadContext
  locate: Locate | null
  signature: string
}

/** How rows of a mapped table become actors. */
export function actorReader({
  mapping,
  context,
  locate,
  signature,
}: ActorReading): (record: RawRecord) => Interpreted {
  const readTypes = typeWords(context)
  const plan = Map.groupBy(mapping.columns, ({ field }) => field)
  const officialKey = mapping.columns.some(
    ({ column, field }) => column === mapping.key && ['siret', 'finess', 'rna'].includes(field),
  )

  function typesOf(row: Row): string[] {
    const cells = row.of('type')
    const read = cells.map(({ text }) => readTypes(text))
    const ids = [...new Set(read.flatMap((one) => one.ids))]
    if (ids.length > 0) return ids
    const unknown = cells.find(({ text }) => values.said(text) !== null)
    if (unknown) row.problems.push(reservation('type_unknown', unknown.column, unknown.text))
    return [mapping.typeId ?? context.unknownType]
  }

  function publicsOf(row: Row): string[] | undefined {
    const cells = row.of('publics')
    if (cells.length === 0) return undefined
    return [
      ...new Set(
        cells.flatMap(({ text, column }) => {
          const { ids, unknown } = publicWords(values.said(text) ?? '')
          row.problems.push(...unknown.map((word) => reservation('public_unknown', column, word)))
          return ids
        }),
      ),
    ]
  }

  return (record) => {
    const problems: RowProblem[] = []
    const of = (field: Field) =>
      (plan.get(field) ?? []).map(({ column }) => ({ column, text: cellText(record, column) }))
    const row: Row = { of, problems }
    const names = [...new Set(of('name').flatMap(({ text }) => readLine(text, 200) ?? []))]
    const name = readLine(names.join(' – '), 200)
    const siret = firstOf(row, 'siret', values.readSiret)
    const register = (field: 'finess' | 'rna', form: RegExp) =>
      firstOf(row, field, (cell, column) => values.readRegister(cell, column, form))
    const finess = register('finess', /^[\dAB]{9}$/)
    const rna = register('rna', /^W[\dA-Z]{9}$/)
    const point = locate?.(record)
    const postcode = firstOf(row, 'postcode', (cell, column) =>
      values.readZeroCode(/^\s*(\d{5})\b/.exec(cell)?.[1] ?? cell, column, POSTCODE, 5),
    )
    const communeCode = firstOf(row, 'communeCode', (cell, column) =>
      values.readZeroCode(cell, column, COMMUNE_CODE, 5),
    )
    const communeName = linesOf(row, 'communeName', 120).map(withoutPostcode)[0] ?? null
    const located = placeOf({
      kind: 'fixed',
      address: [addressOf(linesOf(row, 'address', 200)) || null],
      postcode: { field: 'postcode', value: postcode },
      communeCode: { field: 'communeCode', value: communeCode },
      communeName,
      ...(point && { point }),
      schedule: scheduleOf(row, context.today),
    })
    problems.push(...located.problems.map((problem) => withExchanged(problem, point?.value)))
    const written = mapping.key === null ? null : readLine(cellText(record, mapping.key), 200)
    const isLocal = written !== null && !officialKey
    if (mapping.key !== null && !officialKey && written === null)
      problems.push(refusal('identifier_missing', mapping.key))
    // Two tables that name no source may both count from 1.
    const local = mapping.source === NAMELESS_SOURCE ? `${signature.slice(0, 8)} ${written}` : written
    const place = located.place
    const rawName = of('name').map(({ text }) => text.normalize('NFC'))
    const sourceId = isLocal
      ? local!
      : ((mapping.key === null ? null : (siret ?? finess ?? rna)) ??
        hashOf([
          ...rawName,
          place?.communeCode ?? place?.communeName ?? place?.postcode ?? '',
          place?.address ?? '',
          // Without a commune and an address, where it is tells it from others of its name.
          ...(place?.communeCode || place?.address ? [] : (place?.point?.coordinates ?? [])),
        ]))
    if (name === null) problems.push(refusal('name_missing', plan.get('name')?.[0]?.column ?? null))
    const key = `${mapping.source} ${sourceId}`
    if (name === null || problems.some(({ severity }) => severity === 'refused'))
      return { key, draft: null, problems }
    const [typeId, ...secondaryTypeIds] = typesOf(row)
    const publics = publicsOf(row)
    return {
      key,
      problems,
      draft: {
        what: 'actor',
        source: mapping.source,
        sourceId,
        sourceDate: firstOf(row, 'sourceDate', (cell, column) =>
          values.readAnyDay(cell, column, context.today),
        ),
        licence: mapping.licence,
        name,
        description: readText(
          of('description')
            .map(({ text }) => text)
            .filter(Boolean)
            .join('\n'),
          10_000,
        ),
        typeId: typeId!,
        secondaryTypeIds: secondaryTypeIds.slice(0, 20),
        ...(publics && { publics }),
        siret,
        finess,
        rna,
        contacts: contactsOf(row),
        place,
        opening: located.opening,
      },
    }
  }
}

/** What exchanged coordinates would be, the other way round. */
const withExchanged = (problem: RowProblem, value: string | undefined): RowProblem =>
  problem.code === 'coordinates_swapped' && value
    ? suggesting(problem, value.split(/,\s+/).toReversed().join(', '))
    : problem
