// A registry mirror may serve the packages of some platforms only. npm then leaves the others out of the lock file,
// and `npm ci` refuses it on every platform. Run after `npm install`: it writes them in, for npm to pass over.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Whether the package that `owner` asks for is somewhere, going up as Node does. */
function isThere(owner, name) {
  for (let at = owner; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at && `${at}/`}node_modules/${name}`]) return true
    if (!at) return false
  }
}

const word = (name, words) => words.filter((known) => name.split(/[-/]/).some((part) => part.startsWith(known)))

let added = 0
for (const [owner, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (!owner || isThere(owner, name)) continue
    const [cpu] = word(name, PROCESSORS)
    const [os] = word(name, SYSTEMS)
    const version = range.replace(/^[~^]/, '')
    const entry = { version, ...(cpu && { cpu: [cpu] }), optional: true, ...(os && { os: [os] }) }
    lock.packages[`${owner}/node_modules/${name}`] = entry
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages written in`)
