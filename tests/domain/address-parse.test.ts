import { expect, it } from 'vitest'
import { codesOf } from '#api/domain/address-districts'
import { addressNumber, splitAddress, streetKey } from '#api/domain/address-key'
import { communeKey, parseAddress } from '#api/domain/address-parse'

it.each([
  ['Rue de la Gare', 'r. de la gare', 'rue gare'],
  ['Avenue du Général de Gaulle', 'AV DU GAL DE GAULLE', 'avenue general gaulle'],
  ['Boulevard Saint-Michel', 'bd st michel', 'boulevard saint michel'],
  ['Boulevard Sainte-Anne', 'bld. Ste Anne', 'boulevard sainte anne'],
  ['Place du Docteur Roux', 'pl. du dr. ROUX', 'place docteur roux'],
  ['Route de Lyon', 'rte de Lyon', 'route lyon'],
  ['Impasse des Lilas', 'Imp. des Lilas', 'impasse lilas'],
  ["Chemin de l'Œuvre", 'chem. de l’oeuvre', 'chemin oeuvre'],
  ['Allée du Président Wilson', 'all du pdt Wilson', 'allee president wilson'],
  ['Rue du Huit Mai 1945', 'Rue du 8 mai 1945', 'rue 8 mai 1945'],
  ['Rue du Dix-Neuf Mars', 'rue du 19 mars', 'rue 19 mars'],
  ['1ère Avenue', 'Première Avenue', '1 avenue'],
  ['Lieu-dit Le Bourg', 'le bourg', 'bourg'],
  ['Zone Artisanale des Prés', 'Z.A. des Prés', 'zone artisanale pres'],
])('[GEO1] %s and %s are the same street', (one, other, key) => {
  expect(streetKey(one)).toBe(key)
  expect(streetKey(other)).toBe(key)
})

it('[GEO1] streets that differ in more than writing keep apart', () => {
  const keys = [
    'rue du Port',
    'rue du Pont',
    'place du Port',
    'rue sur le Port',
    'rue du 8 mai',
    'rue du 9 mai',
  ]
  expect(new Set(keys.map(streetKey)).size).toBe(keys.length)
  expect([streetKey('La'), streetKey('de la'), streetKey('')]).toEqual(['la', 'de la', ''])
})

it.each([
  ['12 bis rue de la Gare', '12 bis', 'rue de la Gare'],
  ['12B, av. Foch', '12 b', 'av. Foch'],
  ['12 B rue X', '12 b', 'rue X'],
  ['12 R de Lille', '12', 'R de Lille'],
  ['12-14 rue X', '12', 'rue X'],
  ['12/14 rue X', '12', 'rue X'],
  ['10 à 12 rue X', '10', 'rue X'],
  ['12 bis-14 rue X', '12 bis', 'rue X'],
  ['n° 7 rue X', '7', 'rue X'],
  ['0005 rue X', '5', 'rue X'],
  ["12 d'Artagnan", '12', "d'Artagnan"],
  ['8 mai 1945', '', '8 mai 1945'],
  ['1er Mai', '', '1er Mai'],
  ['Le Sorbier Sud', '', 'Le Sorbier Sud'],
])('[GEO2] the number of %s is %s', (text, number, street) => {
  expect(splitAddress(text)).toEqual({ number, street })
})

it('[GEO2] a repetition has one writing', () => {
  expect(['6bis', '6 BIS', '06 bis'].map(addressNumber)).toEqual(['6 bis', '6 bis', '6 bis'])
  expect([addressNumber(''), addressNumber('bis')]).toEqual(['', ''])
})

it.each([
  ['Résidence Les Lilas, Bât B, 12 bis av. Foch, 59000 Lille', '12 bis', 'avenue foch', '59000', 'Lille'],
  ['CCAS\n12 rue X\nBP 123\n59000 LILLE CEDEX 9', '12', 'rue x', '59000', 'LILLE'],
  ['12, rue Jean Jaurès', '12', 'rue jean jaures', null, null],
  ['5, 7 rue du Four', '5', 'rue four', null, null],
  ['Mairie 3 place du Marché', '3', 'place marche', null, null],
  ['12 Grande Rue', '12', 'grande rue', null, null],
  ['Chez Mme Martin, 4 imp. des Pins', '4', 'impasse pins', null, null],
  ['12 rue des Lilas bâtiment B', '12', 'rue lilas', null, null],
  ['5 rue du Port 2e étage', '5', 'rue port', null, null],
  ['12 rue X 59000 Lille', '12', 'rue x', '59000', 'Lille'],
  ['Maison des associations - 14-16 rue de la Gare - CS 12345', '14', 'rue gare', null, null],
])('[GEO3] of %j the way comes first, apart from what leads inside', (text, number, key, postcode, town) => {
  const parsed = parseAddress(text)
  expect(parsed.ways[0]).toMatchObject({ number, key })
  expect([parsed.postcode, parsed.communeName]).toEqual([postcode, town])
})

it('[GEO3] a box or a town alone is no way', () => {
  expect(parseAddress('BP 45').ways).toEqual([])
  expect(parseAddress('75012 Paris')).toMatchObject({ ways: [], postcode: '75012', communeName: 'Paris' })
  expect(parseAddress('').ways).toEqual([])
})

it('[GEO4] a commune is recognised however its name is written, and a city through its districts', () => {
  expect(communeKey('St-Étienne CEDEX 2')).toBe(communeKey('SAINT ETIENNE'))
  expect(communeKey("L'Abergement-de-Varey")).toBe(communeKey('ABERGEMENT DE VAREY'))
  expect([communeKey('Paris 12e Arrondissement'), communeKey('LYON 03')]).toEqual(['paris', 'lyon'])
  expect(codesOf('75056', '75012')).toEqual(['75056', '75112'])
  expect(codesOf('75056', '75116')).toEqual(['75056', '75116'])
  expect(codesOf('69123', '69003')).toEqual(['69123', '69383'])
  expect(codesOf('13055', null)).toHaveLength(17)
  expect(codesOf('59350', '59000')).toEqual(['59350'])
})
