import { closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Gdal } from 'gdal3.js/node.js'

/** What GDAL is asked to read or write; nothing else is ever tried on a file. */
export type Driver = 'XLSX' | 'ODS' | 'FlatGeobuf' | 'KML' | 'GML' | 'GPX' | 'TopoJSON' | 'CSV'

const EXTENSIONS: Record<Driver, string> = {
  XLSX: 'xlsx',
  ODS: 'ods',
  FlatGeobuf: 'fgb',
  KML: 'kml',
  GML: 'gml',
  GPX: 'gpx',
  TopoJSON: 'topojson',
  CSV: 'csv',
}

export class GdalFailure extends Error {}

const MAX_MEMORY_PAGES = (1024 * 1024 * 1024) / 65_536

/** WebAssembly memory escapes the limit of the process's heap: growing past this fails, and GDAL says so. */
function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function limited(this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength / 65_536 + pages > MAX_MEMORY_PAGES) throw new RangeError('memory limit')
    return grow.call(this, pages)
  }
}

/**
 * Emscripten asks `process.binding` for the constants of the file system, which a process without rights is denied:
 * they are public elsewhere.
 */
async function withConstants<T>(use: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(process, 'binding')!
  Object.defineProperty(process, 'binding', { configurable: true, value: () => ({ fs: constants }) })
  try {
    return await use()
  } finally {
    Object.defineProperty(process, 'binding', own)
  }
}

let loaded: Promise<Gdal['Module']> | undefined

/** GDAL, once in a process: half a second and 100 MB. */
function load(): Promise<Gdal['Module']> {
  loaded ??= (async () => {
    limitMemory()
    const home = dirname(createRequire(import.meta.url).resolve('gdal3.js/package.json'))
    // It puts `./` before whatever it is given.
    const path = relative(process.cwd(), join(home, 'dist/package'))
    const env = {
      OGR_XLSX_MAX_FIELD_COUNT: '1001',
      OGR_ODS_MAX_FIELD_COUNT: '1001',
      GML_SKIP_RESOLVE_ELEMS: 'ALL',
      // A code keeps its leading zero.
      GML_FIELDTYPES: 'ALWAYS_STRING',
      GML_DOWNLOAD_SCHEMA: 'NO',
    }
    const { default: initGdalJs } = await import('gdal3.js/node.js')
    const { Module } = await withConstants(() =>
      initGdalJs({
        path,
        useWorker: false,
        env,
        logHandler: () => {},
        errorHandler: () => {},
      }),
    )
    Module.FS.mkdirTree('/given')
    return Module
  })()
  return loaded
}

type Module = Gdal['Module']

/** A list of texts as C has it, for the time of a call. */
function withTexts<T>(module: Module, texts: readonly string[], use: (pointer: number) => T): T {
  const list = module._malloc(4 * (texts.length + 1))
  const pointers = texts.map((text) => {
    const bytes = module.lengthBytesUTF8(text) + 1
    const pointer = module._malloc(bytes)
    module.stringToUTF8(text, pointer, bytes)
    return pointer
  })
  for (const [i, pointer] of [...pointers, 0].entries()) module.setValue(list + 4 * i, pointer, '*')
  try {
    return use(list)
  } finally {
    for (const pointer of [...pointers, list]) module._free(pointer)
  }
}

/** The file under a name that its driver knows; read where it lies, never copied, and alone in its folder. */
function mountFile(module: Module, path: string, name: string): () => void {
  const file = openSync(path, 'r')
  const node = module.FS.createFile('/given', name, {}, true, false)
  Object.defineProperty(node, 'usedBytes', { value: statSync(path).size })
  node.stream_ops = {
    ...node.stream_ops,
    read: (_stream: unknown, buffer: Int8Array, offset: number, length: number, position: number) =>
      readSync(file, new Uint8Array(buffer.buffer, buffer.byteOffset), offset, length, position),
  }
  return () => {
    module.FS.unlink(`/given/${name}`)
    closeSync(file)
  }
}

const call = <T>(
  module: Module,
  name: string,
  returns: 'number' | 'string' | null,
  ...values: unknown[]
): T =>
  module.ccall(
    name,
    returns,
    values.map((value) => (typeof value === 'string' ? 'string' : 'number')),
    values,
  )

export type Dataset = {
  /** Names of its layers, in order. */
  layers: readonly string[]
  /** What `ogr2ogr` writes with these arguments, as text. @throws {GdalFailure} */
  translate(extension: string, args: readonly string[]): string
  /** What `ogrinfo -json` says with these arguments. */
  describe(args: readonly string[]): unknown
  close(): void
}

let opened = 0

/**
 * A file opened by one driver of GDAL.
 *
 * @param options open options of the driver, `HEADERS=DISABLE`
 * @throws {GdalFailure} when the driver does not read it
 */
export async function openDataset(
  path: string,
  driver: Driver,
  options: readonly string[] = [],
): Promise<Dataset> {
  const module = await load()
  const name = `file${++opened}.${EXTENSIONS[driver]}`
  const unmount = mountFile(module, path, name)
  const VECTOR_READ_ONLY = 0x04
  let pointer: number
  try {
    pointer = withTexts(module, [driver], (drivers) =>
      withTexts(module, options, (given) =>
        call<number>(module, 'GDALOpenEx', 'number', `/given/${name}`, VECTOR_READ_ONLY, drivers, given, 0),
      ),
    )
  } catch (error) {
    throw new GdalFailure(error instanceof Error ? error.message : String(error))
  }
  if (pointer === 0) {
    const said = call<string>(module, 'CPLGetLastErrorMsg', 'string')
    unmount()
    throw new GdalFailure(said)
  }
  const count = call<number>(module, 'GDALDatasetGetLayerCount', 'number', pointer)
  const layers = Array.from({ length: count }, (_, i) =>
    call<string>(
      module,
      'OGR_L_GetName',
      'string',
      call<number>(module, 'GDALDatasetGetLayer', 'number', pointer, i),
    ),
  )
  return {
    layers,
    translate: (extension, args) => translate(module, pointer, extension, args),
    describe: (args) =>
      withTexts(module, ['-json', ...args], (list) => {
        const given = call<number>(module, 'GDALVectorInfoOptionsNew', 'number', list, 0)
        const said = call<string>(module, 'GDALVectorInfo', 'string', pointer, given)
        call(module, 'GDALVectorInfoOptionsFree', null, given)
        return JSON.parse(said || '{}')
      }),
    close() {
      call(module, 'GDALClose', null, pointer)
      unmount()
    },
  }
}

let written = 0

/** One run of `ogr2ogr` into memory, read and thrown away. */
function translateBytes(
  module: Module,
  dataset: number,
  extension: string,
  args: readonly string[],
): Uint8Array {
  const target = `/output/${++written}.${extension}`
  const list = module._malloc(4)
  module.setValue(list, dataset, '*')
  try {
    call(module, 'CPLErrorReset', null)
    const made = withTexts(module, args, (given) => {
      const options = call<number>(module, 'GDALVectorTranslateOptionsNew', 'number', given, 0)
      const result = call<number>(module, 'GDALVectorTranslate', 'number', target, 0, 1, list, options, 0)
      call(module, 'GDALVectorTranslateOptionsFree', null, options)
      return result
    })
    if (made === 0) throw new GdalFailure(call<string>(module, 'CPLGetLastErrorMsg', 'string'))
    call(module, 'GDALClose', null, made)
    const bytes = module.FS.readFile(target)
    module.FS.unlink(target)
    return bytes
  } catch (error) {
    throw error instanceof GdalFailure
      ? error
      : new GdalFailure(error instanceof Error ? error.message : String(error))
  } finally {
    module._free(list)
  }
}

const text = new TextDecoder()
const translate = (module: Module, dataset: number, extension: string, args: readonly string[]): string =>
  text.decode(translateBytes(module, dataset, extension, args))

/** A text table as a workbook, through GDAL: what is written is what was given, no cell is interpreted. */
export async function toWorkbook(csv: string, driver: 'XLSX' | 'ODS'): Promise<Uint8Array> {
  const module = await load()
  module.FS.writeFile('/given/table.csv', csv)
  const table = withTexts(module, ['CSV'], (drivers) =>
    withTexts(module, ['AUTODETECT_TYPE=NO'], (given) =>
      call<number>(module, 'GDALOpenEx', 'number', '/given/table.csv', 0x04, drivers, given, 0),
    ),
  )
  try {
    return translateBytes(module, table, EXTENSIONS[driver], ['-f', driver])
  } finally {
    call(module, 'GDALClose', null, table)
    module.FS.unlink('/given/table.csv')
  }
}
