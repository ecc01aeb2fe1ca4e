/** Finds a Chromium for the journeys, so that nothing has to be installed by hand. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './node.mjs'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
// Nothing else is needed, and nothing else is asked: the browser should look for nothing beyond the page.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  // The scripts of a page live for a second: to compile them into faster ones costs a fifth more than it saves.
  '--js-flags=--no-turbofan,--no-maglev',
]

/**
 * What Playwright needs to start a Chromium: `$CHROME_PATH`, then one that the system has, then the one that comes
 * with the development packages. `MERCAT_CHROMIUM=packaged` goes straight to the last.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 */
export async function chromium() {
  const env = /** @type {Record<string, string>} */ ({ ...process.env })
  const own = process.env.CHROME_PATH ?? (process.env.MERCAT_CHROMIUM === 'packaged' ? undefined : systemChromium())
  if (own) return { executablePath: own, args, env }
  const folder = await packagedChromium()
  env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  // On a machine without fonts the text of a page would be empty boxes.
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts')
  return { executablePath: join(folder, 'chromium'), args, env }
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return systemNames.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/** The folder of the packaged Chromium, inflated once for each version: 3 s and 250 MB. */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found. Install Chromium or Google Chrome, or set CHROME_PATH to one.')
  }
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8'))
  const folder = join(root, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const fresh = mkdtempSync(`${folder}-`)
  const { inflate } = await import('@sparticuz/chromium')
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = fresh // the package inflates into the system's temporary folder
  try {
    await Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((file) => inflate(join(bin, file))))
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
  if (existsSync(folder)) rmSync(fresh, { recursive: true })
  else renameSync(fresh, folder)
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await chromium()).executablePath)
