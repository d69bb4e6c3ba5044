import { rejected } from '../reading/stop.ts'
import { type Format, hasAll } from './format.ts'

/** The other tables of HSDS 3, by columns that nothing else has together. */
const TABLES: readonly (readonly string[])[] = [
  ['location_type', 'organization_id', 'latitude', 'longitude'],
  ['location_id', 'address_1', 'postal_code'],
  ['service_id', 'organization_id', 'number', 'extension'],
  ['service_id', 'freq', 'byday', 'opens_at'],
  ['service_id', 'location_id'],
  ['link_id', 'link_entity', 'taxonomy_term_id'],
  ['taxonomy_id', 'term_uri'],
  ['name', 'description', 'uri', 'version'],
]

/**
 * Tables that say something only beside the others: a location without its organization has no actor, an address without
 * its location no place. They are recognised so that a person is told what to bring.
 */
export const hsdsTables: Format = {
  id: 'hsds_locations',
  containers: ['table'],
  recognise: ({ names }) => TABLES.some((columns) => hasAll(names, ['id', ...columns])),
  personal: ['attention'],
  remarks: () => {
    throw rejected('hsds_part_alone')
  },
  interpret: () => ({ key: null, draft: null, problems: [] }),
}
