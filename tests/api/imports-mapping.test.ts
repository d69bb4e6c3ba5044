import { expect, test } from 'vitest'
import { actorEndpoints } from '#contract/actors'
import { type ImportReport, importEndpoints } from '#contract/imports'
import { mappingEndpoints } from '#contract/mappings'
import { startApp } from '../support/app.ts'
import { countsOf, importing } from '../support/import-runs.ts'

const TABLE = [
  'Nom de la structure;Catégorie;N° SIRET;Adresse;Code postal;Ville;X;Y;Tél;Nom du contact',
  'CCAS de Lille;CCAS;26590350700019;12 rue du Port;59000;Lille;704000,5;7059000,25;0320495050;Mme Durand',
  'Maison du lien;Accueil de jour;1,23457E+13;3 place du Marché;59100;Roubaix;709000;7065500;;',
  'La Source;Mairie;;4 rue Haute;59100;Roubaix;709100;7065600;;M. Petit',
].join('\n')

const meaningOf = ({ mapping }: ImportReport) =>
  Object.fromEntries((mapping?.columns ?? []).map(({ column, field }) => [column, field]))

test('[IMP179] an unknown table is shown, decided, applied, remembered, and forgotten when asked', async () => {
  const app = await startApp()
  const { run, finished } = importing(app)
  const asked = await run(TABLE, { dryRun: true })
  expect(asked.report).toMatchObject({ outcome: 'ask', questions: [{ about: 'projection' }] })

  const answers = { projection: 'EPSG:2154' }
  await app.call(importEndpoints.answer, { params: { id: asked.id }, body: { answers } })
  const seen = await finished(asked.id)
  expect(countsOf(seen.report!)).toMatchObject({ rows: 3, created: 2, refused: 1 })
  expect(seen.report).toMatchObject({ outcome: 'repair', format: 'mapped', table: { mappedBy: 'suggested' } })
  expect(meaningOf(seen.report!)).toMatchObject({
    'Nom de la structure': 'name',
    X: 'longitude',
    Tél: 'phone',
  })
  expect(seen.report!.refused.map(({ line, code }) => [line, code])).toEqual([[3, 'siret_destroyed']])
  expect(JSON.stringify(seen.report)).not.toContain('Durand')
  expect(await app.call(mappingEndpoints.list, {})).toEqual([])

  await app.call(importEndpoints.apply, { params: { id: asked.id } })
  const applied = await finished(asked.id)
  expect([applied.state, countsOf(applied.report!).created]).toEqual(['done', 2])
  const { items } = await app.call(actorEndpoints.list, { query: { q: 'CCAS de Lille' } })
  expect(items[0]!.point!.coordinates[0]).toBeCloseTo(3.0564, 3)

  const [saved] = await app.call(mappingEndpoints.list, {})
  expect(saved).toMatchObject({ mapping: { key: 'N° SIRET' }, columns: TABLE.split('\n')[0]!.split(';') })
  const again = await run(TABLE, { answers })
  expect(again.report.table?.mappedBy).toBe('saved')
  expect(countsOf(again.report)).toMatchObject({ created: 0, updated: 0, unchanged: 2, refused: 1 })

  expect(await app.call(mappingEndpoints.remove, { params: { id: saved!.id } })).toEqual({ removed: true })
  await expect(app.call(mappingEndpoints.remove, { params: { id: saved!.id } })).rejects.toMatchObject({
    problem: { status: 404, code: 'mapping_not_found' },
  })
}, 60_000)

test('[IMP179] nothing of an unknown table is written before somebody has said what it means', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const { report } = await run('nom;ville\nLa Source;Lille\n')
  expect(report).toMatchObject({ outcome: 'ask', created: 0, questions: [{ about: 'mapping' }] })
  expect((await app.call(actorEndpoints.list, { query: {} })).total).toBe(0)
  const confirmed = await run('nom;ville\nLa Source;Lille\n', { answers: { mapping: 'confirmed' } })
  expect(confirmed.report).toMatchObject({ outcome: 'accept', created: 1 })
}, 60_000)

test('[IMP179] a person reads the columns otherwise, and the same rows are met again', async () => {
  const app = await startApp()
  const { run, finished } = importing(app)
  const text = 'ref;site;quoi\nA1;Le Lien;ccas\nA2;La Source;mairie\n'
  const { id, report } = await run(text, { dryRun: true })
  const mapping = {
    ...report.mapping!,
    key: 'ref',
    source: 'metropole',
    columns: [
      { column: 'site', field: 'name' },
      { column: 'quoi', field: 'type' },
    ],
  }
  await app.call(importEndpoints.answer, { params: { id }, body: { mapping } })
  expect((await finished(id)).report).toMatchObject({ created: 2, table: { mappedBy: 'given' } })
  await app.call(importEndpoints.apply, { params: { id } })
  expect((await finished(id)).report).toMatchObject({ created: 2 })
  const newer = await run(text.replace('Le Lien', 'Le Lien social'))
  expect(countsOf(newer.report)).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  const { items } = await app.call(actorEndpoints.list, { query: { q: 'lien social' } })
  const actor = await app.call(actorEndpoints.get, { params: { id: items[0]!.id } })
  expect(actor).toMatchObject({ source: 'metropole', sourceId: 'A1', typeId: 'ccas' })
}, 60_000)

test('[IMP179] figures and surfaces of one’s own come in as well', async () => {
  const app = await startApp()
  const { run } = importing(app)
  const answers = { mapping: 'confirmed' }
  const figures = await run('codgeo;taux\n59350;12,5\n59512;ns\n', { answers, vintage: '2024' })
  expect(figures.report).toMatchObject({ created: 2, mapping: { what: 'statistics', level: 'commune' } })
  const ring = [
    [3, 50],
    [3.1, 50],
    [3.1, 50.1],
    [3, 50],
  ]
  const feature = {
    type: 'Feature',
    properties: { nom: 'Secteur nord' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  const layer = await run(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), { answers })
  expect(layer.report).toMatchObject({ outcome: 'accept', created: 1, mapping: { what: 'drawn' } })
}, 60_000)
