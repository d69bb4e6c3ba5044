import type { ReadContext, RowProblem } from '#api/domain/import-draft'
import { reservation } from '#api/domain/import-remarks'
import { weekOfRules } from '#api/domain/import-schedules'
import { readText } from '#api/domain/import-text'
import { actorRow, typesOf } from './actor-row.ts'
import { contactsOf } from './contacts.ts'
import { type Format, hasAll, type Interpreted, type RawRecord } from './format.ts'
import { listOf } from './members.ts'
import { cell, type Located, placeOf, pointCells, type Schedule } from './place.ts'
import { weeklySchedule } from './schedule.ts'

/** Identifiers of HSDS are UUIDs: one name of source serves every publisher. */
export const HSDS = 'hsds'
/** Members that hold persons. */
export const PERSONS = ['contacts', 'attention', 'assurer_email', 'metadata'] as const

const OF_ORGANIZATIONS = ['legal_status', 'year_incorporated', 'tax_status', 'tax_id'] as const
const NOT_ORGANIZATIONS = ['status', 'organization_id', 'organization', 'location_type'] as const

function scheduleOf(location: RawRecord, problems: RowProblem[]): Schedule | null {
  const rules = listOf(location, 'schedules')
  const week = weekOfRules(rules)
  if (week !== null) return weeklySchedule(week)
  problems.push(reservation('hours_unreadable', 'schedules', rules[0]?.description ?? rules[0]?.byday))
  return null
}

/** The first location where people can go, with its first address that is not a mere postal one. */
function locate(record: RawRecord, problems: RowProblem[]): Located {
  const locations = listOf(record, 'locations').filter(({ location_type: type }) => type !== 'virtual')
  const [location] = locations
  if (!location) return { place: null, opening: null, problems: [] }
  if (locations.length > 1) {
    problems.push(reservation('other_places_unread', 'locations', String(locations.length - 1)))
  }
  const addresses = listOf(location, 'addresses')
  const address = addresses.find(({ address_type: type }) => type === 'physical') ?? addresses[0] ?? {}
  return placeOf({
    kind: 'fixed',
    label: readText(location.name, 120),
    address: [address.address_1, address.address_2],
    postcode: cell(address, 'postal_code'),
    communeCode: { field: 'city', value: null },
    communeName: address.city,
    point: pointCells(cell(location, 'longitude'), cell(location, 'latitude')),
    schedule: scheduleOf(location, problems),
  })
}

const numbersOf = (record: RawRecord): unknown[] =>
  [record, ...listOf(record, 'locations')].flatMap((held) =>
    listOf(held, 'phones').map(({ number }) => number),
  )

function interpret(record: RawRecord, context: ReadContext): Interpreted {
  const problems: RowProblem[] = []
  const { problems: unread, contacts } = contactsOf({
    phone: {
      field: 'phones',
      value: numbersOf(record).map((number) => String(number ?? '').replace(/"/g, '')),
    },
    email: cell(record, 'email'),
    website: cell(record, 'website'),
  })
  const { problems: untyped, ...types } = typesOf([], context, cell(record, 'legal_status'))
  const located = locate(record, problems)
  const row = actorRow(
    {
      id: cell(record, 'id'),
      name: cell(record, 'name'),
      source: HSDS,
      sourceDate: null,
      licence: null,
      description: readText(record.description, 10_000),
      ...types,
      siret: null,
      finess: null,
      rna: null,
      contacts,
      located,
    },
    [...problems, ...unread, ...untyped],
  )
  return listOf(record, 'services').length > 0 ? { ...row, once: OFFERS_APART } : row
}

const OFFERS_APART = reservation('offers_apart', 'services')

/** Organizations of HSDS 3: the table, or `organization_full.json` with locations, telephones and schedules inside. */
export const hsdsOrganizations: Format = {
  id: 'hsds_organizations',
  containers: ['table', 'json'],
  recognise: ({ names }) =>
    hasAll(names, ['id', 'name', 'description']) &&
    OF_ORGANIZATIONS.some((name) => names.has(name)) &&
    !NOT_ORGANIZATIONS.some((name) => names.has(name)),
  personal: PERSONS,
  interpret,
}
