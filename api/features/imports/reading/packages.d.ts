/** Packages that come without types: what is used of them. */

declare module 'yauzl' {
  import type { Readable } from 'node:stream'
  export type Entry = {
    fileName: string
    compressedSize: number
    uncompressedSize: number
    externalFileAttributes: number
    isEncrypted(): boolean
  }
  export type ZipFile = {
    eachEntry(): AsyncIterableIterator<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }
  const yauzl: {
    openPromise(path: string, options: { strictFileNames: boolean; autoClose: boolean }): Promise<ZipFile>
  }
  export default yauzl
}

declare module 'gdal3.js/node.js' {
  type Pointer = number
  type Node = { stream_ops: object; usedBytes: number }
  export type Gdal = {
    Module: {
      ccall(name: string, returns: 'number' | 'string' | null, types: string[], values: unknown[]): never
      _malloc(bytes: number): Pointer
      _free(pointer: Pointer): void
      setValue(pointer: Pointer, value: number, type: '*'): void
      stringToUTF8(text: string, pointer: Pointer, bytes: number): void
      lengthBytesUTF8(text: string): number
      FS: {
        mkdirTree(path: string): void
        createFile(
          parent: string,
          name: string,
          properties: object,
          canRead: boolean,
          canWrite: boolean,
        ): Node
        readFile(path: string, options?: { encoding: 'utf8' }): Uint8Array
        readdir(path: string): string[]
        writeFile(path: string, content: string | Uint8Array): void
        unlink(path: string): void
        stat(path: string): { size: number }
      }
    }
  }
  const initGdalJs: (config: {
    path?: string
    useWorker?: boolean
    env?: Record<string, string>
    logHandler?: (message: string) => void
    errorHandler?: (message: string) => void
  }) => Promise<Gdal>
  export default initGdalJs
}
