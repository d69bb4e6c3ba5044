import { expect, test } from 'vitest'
import { readApart } from '#api/features/imports/reading/read-apart'
import { aFile, anIris, franceServices, geojson, manyFranceServices } from '../support/import-files.ts'
import { read, readContext } from '../support/import-reader.ts'

test.each([
  ['', 'empty_file'],
  ['  \n ', 'empty_file'],
  ['{"a":1}', 'unknown_format'],
  ['word', 'unknown_format'],
  [geojson(anIris('593500101')).slice(0, -20), 'unreadable_json'],
  [`${franceServices([{}])}\n"2","jamais refermé`, 'unclosed_quote'],
  ['<!doctype html><title>404</title>', 'unreadable_markup'],
  ['\u0000\u0001\u0002\u0003\u0004binary', 'unreadable_text'],
  ['PK\u0003\u0004workbook', 'archive_unreadable'],
  ['%PDF-1.7', 'unreadable_binary'],
  ['['.repeat(100_000), 'json_too_deep'],
])('[IMP11] %.30j is refused by name', async (content, code) => {
  expect((await read(aFile(content))).stop).toBe(`reject ${code}`)
})

test.each([
  [[0xff, 0xfe, 0, 0], 'writeUInt32LE'],
  [[0, 0, 0xfe, 0xff], 'writeUInt32BE'],
] as const)('[IMP11] UTF-32 (%j) is refused by name, not taken for UTF-16', async (mark, write) => {
  const text = Buffer.alloc(4 * 20)
  ;[...'nom;commune\nA;Lille\n'].forEach((letter, i) => void text[write](letter.codePointAt(0)!, 4 * i))
  expect((await read(aFile(Buffer.concat([Uint8Array.from(mark), text])))).stop).toBe(
    'reject unreadable_text',
  )
})

test('[IMP11] a workbook behind a password is told from an old one', async () => {
  const compound = (entry: string, at = 1) => {
    const file = Buffer.alloc(512 * 6)
    file.write('d0cf11e0a1b11ae1', 'hex')
    file.writeUInt16LE(9, 0x1e)
    file.writeUInt32LE(1, 0x30)
    file.write(entry, 512 * 2 + 128 * at, 'utf16le')
    return aFile(file, 'liste.xlsx')
  }
  for (const at of [1, 10])
    expect((await read(compound('EncryptedPackage', at))).stop).toBe('reject file_protected')
  expect((await read(compound('\u0006DataSpaces'))).stop).toBe('reject file_protected')
  expect((await read(compound('Workbook'))).stop).toBe('reject unreadable_binary')
  expect((await read(aFile(Buffer.from('d0cf11e0', 'hex')))).stop).toBe('reject unreadable_binary')
})

test.each([
  ['425a68393141592653', 'BZIP2'],
  ['fd377a585a000004', 'XZ'],
  ['28b52ffd04580100', 'ZSTD'],
  ['504152311504', 'Parquet'],
])('[IMP11] %s is refused as what it is: %s', async (bytes, name) => {
  const { last } = await read(aFile(Buffer.from(bytes, 'hex')))
  expect(last).toMatchObject({ problem: { code: 'unreadable_binary', value: name } })
})

test('[IMP11] a Shapefile that came without its table says that it has no names', async () => {
  const file = Buffer.alloc(100 + 8 + 20)
  file.writeInt32BE(9994, 0)
  file.writeInt32BE(file.length / 2, 24)
  file.writeInt32LE(1, 32)
  file.writeInt32BE(10, 104)
  file.writeInt32LE(1, 108)
  file.writeDoubleLE(3.05, 112)
  file.writeDoubleLE(50.62, 120)
  expect((await read(aFile(file))).remarks).toContain('attributes_missing')
})

test.each([franceServices([]), '[]', '{"type":"FeatureCollection","features":[]}', 'id;nom'])(
  '[IMP11] %.30j holds no row, which is said',
  async (content) => {
    const { rows, remarks, last } = await read(aFile(content))
    expect([rows, remarks, last?.type]).toEqual([[], ['no_rows'], 'end'])
  },
)

test('[IMP11] a file that nothing can be made of is told what was expected', async () => {
  const { last } = await read(aFile('{"a":{"b":1}}'))
  expect(last).toMatchObject({ problem: { code: 'unknown_format', value: 'a' } })
})

test('[IMP12] accents survive whatever the encoding', async () => {
  const text = franceServices([{ lib_fs: 'Épicerie « L’Œuvre » €' }])
  const windows = Uint8Array.from(
    text,
    (char) => ({ '’': 0x92, Œ: 0x8c, '€': 0x80 })[char] ?? char.charCodeAt(0),
  )
  const mixed = Buffer.concat([
    windows,
    Buffer.from(`\n${franceServices([{ id_fs: '2', lib_fs: 'Été' }]).split('\n')[1]}`),
  ])
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  const names = async (content: Uint8Array) =>
    (await read(aFile(content))).drafts.map((draft) => draft && 'name' in draft && draft.name)
  expect(await names(Buffer.from(`\ufeff${text}`))).toEqual(['Épicerie « L’Œuvre » €'])
  expect(await names(utf16)).toEqual(['Épicerie « L’Œuvre » €'])
  expect(await names(utf16.subarray(2))).toEqual(['Épicerie « L’Œuvre » €'])
  expect(await names(mixed)).toEqual(['Épicerie « L’Œuvre » €', 'Été'])
  expect((await read(aFile(windows))).remarks).toEqual([])
  expect((await read(aFile(utf16.subarray(2)))).remarks).toEqual(['encoding_guessed'])
})

test('[IMP12] names of columns are never taken for members of an object', async () => {
  await read(aFile('__proto__,constructor\n1,2'))
  const nested = '[{"constructor":{"prototype":{"polluted":1}},"a":1}]'
  for (const text of ['[{"__proto__":{"polluted":1},"a":1}]', nested]) {
    expect((await read(aFile(text))).stop).toBe('reject json_prototype')
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('[IMP14] a file is read in a process of its own, as fast as its rows are taken', async () => {
  const path = aFile(manyFranceServices(2_400))
  const types: string[] = []
  let rows = 0
  for await (const message of readApart(path, readContext)) {
    types.push(message.type)
    if (message.type === 'rows') rows += message.rows.length
  }
  expect([types, rows]).toEqual([['format', 'rows', 'rows', 'end'], 2_400])
}, 30_000)

test('[IMP14] reading that takes too long, or dies, ends with a code', async () => {
  const answer = async (path: string, limit: number) => {
    for await (const message of readApart(path, readContext, () => {}, limit)) {
      if (message.type === 'stop') return message.problem.code
    }
    return 'end'
  }
  expect(await answer(aFile(manyFranceServices(10)), 1)).toBe('reader_too_slow')
  expect(await answer('/nowhere/at/all', 30_000)).toBe('reader_failed')
}, 30_000)
