import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type LaunchOptions } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where a Chromium is: CHROMIUM_PATH, Playwright's own, or one of the system's. */
function foundChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...NAMES.flatMap((name) => ['/usr/bin', ...onPath].map((folder) => join(folder, name))),
  ]
  return candidates.find((path) => path && existsSync(path))
}

/** The path of a Chromium. Throws one sentence when there is none. */
export function findChromium(): string {
  const path = foundChromium()
  if (path) return path
  throw new Error(
    'No Chromium: run `node tests/support/browser.ts`, or set CHROMIUM_PATH to a Chromium or Chrome.',
  )
}

/** How every browser test starts it: WebGL without a graphics card, and no call home. */
export const launchOptions = (): LaunchOptions => ({
  executablePath: findChromium(),
  args: [
    '--no-sandbox',
    '--enable-unsafe-swiftshader',
    '--use-angle=swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
})

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

/** Ways to get a Chromium, the least intrusive first. */
const WAYS: (() => boolean)[] = [
  () => run('npx', 'playwright', 'install', 'chromium'),
  () =>
    isDebian() &&
    process.getuid?.() === 0 &&
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium'),
]

if (import.meta.main && !foundChromium() && !WAYS.some((way) => way() && foundChromium())) {
  console.error(
    'No Chromium could be found or installed, and the browser tests need one. ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to it.',
  )
  process.exit(1)
}
