import { describe, expect, test } from 'vitest'
import { contentOf, shared } from '../support/import-files.ts'
import { interpret, tableRecords } from '../support/import-formats.ts'

const organization = (more: Record<string, unknown> = {}) => ({
  id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610',
  name: 'Maison du lien',
  description: 'Accueil et écoute',
  email: 'contact@example.org',
  website: 'http://example.org',
  legal_status: 'Association',
  year_incorporated: '2011',
  ...more,
})

const location = (more: Record<string, unknown> = {}) => ({
  id: 'l1',
  location_type: 'physical',
  name: 'Le port',
  latitude: 50.63,
  longitude: 3.06,
  addresses: [
    {
      address_1: 'BP 12',
      city: 'Lille',
      postal_code: '59000',
      address_type: 'postal',
      attention: 'Camille Martin',
    },
    { address_1: '1 rue du Port', city: 'Lille', postal_code: '59000', address_type: 'physical' },
  ],
  phones: [{ number: '"+33 3 20 00 00 00"' }],
  contacts: [{ name: 'Camille Martin', phones: [{ number: '0320000001' }] }],
  schedules: [{ freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00:00', closes_at: '12:00:00' }],
  ...more,
})

describe('HSDS', () => {
  test('[IMP131] an organization enters with its first place, hours and telephones, without its persons', async () => {
    const { format, actors, codes, once, personal } = await interpret('json', [
      organization({
        contacts: [{ name: 'Camille Martin', phones: [{ number: '0320000002' }] }],
        services: [{ id: 's' }],
        locations: [location({ location_type: 'virtual' }), location(), location()],
      }),
    ])
    expect(format).toBe('hsds_organizations')
    expect(once).toEqual(['offers_apart'])
    expect(personal).toContain('contacts')
    expect(codes[0]!.sort()).toEqual(['other_places_unread', 'type_unknown'])
    expect(actors[0]).toMatchObject({
      source: 'hsds',
      name: 'Maison du lien',
      typeId: 'autre-organisation',
      place: {
        label: 'Le port',
        address: '1 rue du Port',
        communeName: 'Lille',
        hours: 'Mo-Tu 09:00-12:00',
        point: { coordinates: [3.06, 50.63] },
      },
    })
    expect(actors[0]!.contacts.map(({ value }) => value)).toEqual([
      '03 20 00 00 00',
      'contact@example.org',
      'http://example.org',
    ])
    expect(JSON.stringify(actors)).not.toMatch(/Martin|20 00 00 0[12]/)
  })

  test('[IMP131] a service names its organization by a column or by the object inside it', async () => {
    const service = {
      id: 's1',
      name: 'Écoute',
      status: 'active',
      description: '',
      interpretation_services: '',
    }
    const term = { taxonomy_term: { name: 'Santé mentale' } }
    const { format, offers } = await interpret('json', [
      { ...service, organization_id: 'o1' },
      { ...service, id: 's2', organization: { id: 'o2' }, attributes: [term, term] },
    ])
    expect(format).toBe('hsds_services')
    expect(offers.map((offer) => [offer!.sourceId, offer!.structureId, offer!.themes])).toEqual([
      ['s1', 'o1', []],
      ['s2', 'o2', ['Santé mentale']],
    ])
  })

  test('[IMP131] a service that ended is ignored; one without organization is refused', async () => {
    const service = { id: 's1', name: 'Écoute', organization_id: 'o1', assured_date: '2024-01-02' }
    const { rows, offers, codes } = await interpret('table', [
      { ...service, status: 'inactive' },
      { ...service, id: 's2', status: 'defunct' },
      { ...service, id: 's3', status: 'temporarily closed' },
      { ...service, id: 's4', status: 'active', organization_id: '' },
    ])
    expect(rows.map(({ ignored }) => ignored ?? false)).toEqual([true, true, false, false])
    expect(offers[2]!.sourceDate).toBe('2024-01-02')
    expect(codes[3]).toEqual(['structure_missing'])
  })

  test.each([
    'addresses',
    'attributes',
    'locations',
    'phones',
    'schedules',
    'service_at_location',
    'taxonomies',
    'taxonomy_terms',
  ])('[IMP131] %s alone is rejected with what to bring instead', async (name) => {
    const file = shared(`samples/hsds/${name}.csv`)
    if (!file) return
    const { format, remarks } = await interpret('table', tableRecords(contentOf(file).toString(), ','))
    expect(format).toBe('hsds_locations')
    expect(remarks).toThrow('import the organizations')
  })
})
