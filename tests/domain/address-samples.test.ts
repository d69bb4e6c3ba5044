import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { addressNumber, splitAddress, streetKey } from '#api/domain/address-key'
import { decide, onStreet, SURE } from '#api/domain/address-match'
import { parseAddress } from '#api/domain/address-parse'
import { judgeAnswer, sentOf } from '#api/domain/address-service'
import { shared } from '../support/import-files.ts'

const ban = shared('samples/ban/adresses-extrait-verbatim.csv')
const addok = shared('samples/ban/addok-search-response-lille.json')

it.skipIf(!ban)('[GEO6] each address of the published extract is found from how its post writes it', () => {
  const [head = '', ...lines] = readFileSync(ban!, 'utf8').trim().split(/\r?\n/)
  const names = head.split(';')
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(';').map((cell, at) => [names[at]!, cell])),
  ) as Record<string, string>[]
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) {
    const known = {
      number: addressNumber(`${row.numero} ${row.rep}`),
      street: row.nom_voie!,
      streetKey: streetKey(row.nom_voie!),
      postcode: row.code_postal!,
      communeCode: row.code_insee!,
      communeName: row.nom_commune!,
      lng: Number(row.lon),
      lat: Number(row.lat),
    }
    const written = `${row.numero} ${row.nom_afnor}, ${row.code_postal} ${row.libelle_acheminement}`
    const [way] = parseAddress(written).ways
    expect(way).toMatchObject({ number: known.number, key: known.streetKey })
    const { found } = decide(onStreet([known], way!.number, 1))
    expect(found).toMatchObject({ match: 'housenumber', point: { coordinates: [known.lng, known.lat] } })
  }
})

type Feature = {
  geometry: { coordinates: [number, number] }
  properties: Record<'label' | 'name' | 'type' | 'citycode', string> & { score: number }
}

it.skipIf(!addok)(
  '[GEO10] the service’s answers for a street that two quarters bear are both left to a person',
  () => {
    const { features } = JSON.parse(readFileSync(addok!, 'utf8')) as { features: Feature[] }
    for (const text of ['rue jean jaures', '12 rue Jean Jaurès']) {
      const parsed = parseAddress(text)
      const sent = sentOf(parsed, null, ['59350'])!
      const judged = features.map(({ geometry: { coordinates }, properties: { citycode, ...said } }) =>
        judgeAnswer(parsed, sent, {
          ...said,
          communeCode: citycode,
          lng: coordinates[0],
          lat: coordinates[1],
        }),
      )
      expect(judged.map((one) => one!.score >= SURE)).toEqual([false, false])
      expect(splitAddress(judged[0]!.label).number).toBe('')
    }
  },
)
