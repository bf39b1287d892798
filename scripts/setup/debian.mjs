// System packages. On Debian and Ubuntu, root gets what is missing; everyone else gets one sentence with the command.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, must } from '../lib/children.mjs'
import { explain, SetUpError } from '../lib/errors.mjs'
import { readStamp } from '../lib/hash.mjs'
import { say, step } from '../lib/progress.mjs'

/**
 * @typedef {object} Need
 * @property {string[]} packages any one of these will do, the usual name first (newer releases renamed some)
 * @property {string[]} [commands] any one of these on the PATH will do as well
 * @property {boolean} [optional] the app runs without it, only less well
 * @property {boolean} [server] installed apart from the others, never in place of another server, and not started
 */

/** @type {Need[]} what Electron's binary is linked to, or loads on first use */
const ELECTRON = [
  { packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { packages: ['libnss3'] },
  { packages: ['libasound2', 'libasound2t64'] },
  { packages: ['libgbm1'] },
  { packages: ['libxss1'] },
  { packages: ['libxtst6'] },
  { packages: ['libnotify4'], optional: true },
  { packages: ['libsecret-1-0'], optional: true },
  { packages: ['xdg-utils'], commands: ['xdg-open'], optional: true },
  // Without a CJK font Chinese text is drawn as boxes, without an emoji font the customers' smiles are. The emoji font has
  // digits too: our style sheets name text fonts before it, and never `system-ui` first, which may mean it.
  { packages: ['fonts-noto-cjk', 'fonts-wqy-zenhei', 'fonts-wqy-microhei', 'fonts-droid-fallback', 'fonts-arphic-uming'], optional: true },
  { packages: ['fonts-noto-color-emoji'], optional: true },
]
/** @type {Need[]} */
const DISPLAY = [{ packages: ['xvfb'], commands: ['Xvfb'] }]
/** @type {Need[]} */
const UNPACK = [{ packages: ['unzip'], commands: ['unzip'] }]
/** @type {Need[]} */
const COMPILE = [
  { packages: ['g++'], commands: ['g++', 'c++', 'clang++'] },
  { packages: ['make'], commands: ['make'] },
  { packages: ['python3'], commands: ['python3'] },
]
/** @type {Need[]} the customer's side of the end-to-end tests */
const BROWSER = [{ packages: ['chromium', 'chromium-browser'], commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] }]

/** @type {Need[]} the email channel's tests talk to real servers, in folders and on ports of their own */
const MAIL = [
  { packages: ['dovecot-imapd'], optional: true, server: true },
  { packages: ['dovecot-lmtpd'], optional: true, server: true },
  { packages: ['exim4-daemon-light', 'exim4-daemon-heavy'], commands: ['exim4'], optional: true, server: true },
]

/** @param {{ electron?: boolean, display?: boolean, unpack?: boolean, compile?: boolean, browser?: boolean, mail?: boolean }} what */
export function needsFor({ electron, display, unpack, compile, browser, mail }) {
  return [
    ...(electron ? ELECTRON : []),
    ...(display ? DISPLAY : []),
    ...(unpack ? UNPACK : []),
    ...(compile ? COMPILE : []),
    ...(browser ? BROWSER : []),
    ...(mail ? MAIL : []),
  ]
}

/**
 * The installed ones among `dpkg-query -W -f='${Package} ${db:Status-Status}\n'`.
 * @param {string} output
 */
export function installedPackages(output) {
  const installed = new Set()
  for (const line of output.split('\n')) {
    const [name, status] = line.trim().split(' ')
    if (name && status === 'installed') installed.add(name)
  }
  return installed
}

/**
 * @param {readonly Need[]} needs
 * @param {ReadonlySet<string> | null} installed null where there is no dpkg: then only commands can be looked for
 * @param {(command: string) => boolean} onPath
 */
export function missing(needs, installed, onPath) {
  return needs.filter((need) => {
    if (need.commands?.some(onPath)) return false
    return installed ? !need.packages.some((name) => installed.has(name)) : Boolean(need.commands)
  })
}

/**
 * May mail servers be installed here? They need root to run in tests, and where systemd runs they would be started for
 * good: there a person decides.
 */
export const mayHaveMailServers = () => process.getuid?.() === 0 && !existsSync('/run/systemd/system')

/** @param {string} command */
function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, command)))
}

/**
 * The first of each need's packages that this release of the distribution has.
 * @param {readonly Need[]} needs
 * @param {string} policy the output of `apt-cache policy` for all their packages
 */
export function choosePackages(needs, policy) {
  const available = new Set()
  let name = ''
  for (const line of policy.split('\n')) {
    if (/^\S.*:$/.test(line)) name = line.slice(0, -1)
    const candidate = /^\s+Candidate:\s+(\S+)/.exec(line)?.[1]
    if (candidate && candidate !== '(none)') available.add(name)
  }
  return needs.map((need) => ({ need, name: need.packages.find((each) => available.has(each)) }))
}

/** @param {readonly Need[]} needs */
const usualNames = (needs) => needs.map((need) => need.packages[0]).join(' ')

/**
 * What is missing on this machine. Quick: it asks dpkg's database, never apt.
 * @param {readonly Need[]} needs
 * @param {string} told the file with the optional packages that were spoken of already: nobody is told twice
 */
export async function missingHere(needs, told) {
  if (process.platform !== 'linux' || needs.length === 0) return []
  const names = needs.flatMap((need) => need.packages)
  const dpkg = isOnPath('dpkg-query')
  // It exits with 1 when it knows nothing of one of the names, and still tells of the others.
  const query = dpkg && await capture('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names])
  const lacking = missing(needs, query ? installedPackages(query.stdout) : null, isOnPath)
  const isOld = readStamp(told) === usualNames(lacking.filter((need) => need.optional))
  return isOld ? lacking.filter((need) => !need.optional) : lacking
}

/**
 * Installs what is missing, or says how to. Missing optional packages never stop the set-up.
 * @param {readonly Need[]} lacking
 * @param {string} told see missingHere
 */
export async function provide(lacking, told) {
  if (lacking.length === 0) return
  const required = lacking.filter((need) => !need.optional)
  const isRoot = process.getuid?.() === 0
  if (isRoot && isOnPath('apt-get')) {
    try {
      await step('set-up', 'system packages', `installing ${usualNames(lacking)}`, async () => {
        await install(lacking.filter((need) => !need.server))
        await install(lacking.filter((need) => need.server), ['--no-remove']).catch((error) => { say(explain(error)) })
      })
    } catch (error) {
      if (required.length > 0) throw error
    }
    const left = await missingHere(lacking, told)
    if (left.some((need) => !need.optional)) throw new SetUpError(`These system packages are still missing after the installation: ${usualNames(left)}; install them by hand, then run this again.`)
    if (left.length > 0) {
      say(`set-up: these packages could not be installed, Deskmate runs without them: ${usualNames(left)}`)
      writeFileSync(told, usualNames(left))
    }
    return
  }
  const advice = isOnPath('apt-get')
    ? `run \`sudo apt-get install --no-install-recommends ${usualNames(lacking)}\``
    : `install what your distribution calls ${usualNames(lacking)}`
  if (required.length > 0) throw new SetUpError(`Some system packages are missing: ${advice}, then run this again.`)
  say(`set-up: Chinese text, notifications or links may not work: ${advice}`)
  writeFileSync(told, usualNames(lacking))
}

/** @param {readonly Need[]} needs @param {string[]} options for apt-get */
async function install(needs, options = []) {
  if (needs.length === 0) return
  // At the run level of rescue, packages start no server.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const update = () => capture('apt-get', ['update', '-q'], { env, timeoutMs: 5 * 60_000 })
  const choose = async () => {
    const names = needs.flatMap((need) => need.packages)
    const chosen = choosePackages(needs, (await capture('apt-cache', ['policy', ...names], { env: { ...env, LC_ALL: 'C' } })).stdout)
    return { names: chosen.flatMap(({ name }) => name ?? []), unknown: chosen.filter(({ name }) => !name).map(({ need }) => need) }
  }
  /** @param {string[]} names */
  const args = (names) => ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=180', ...options, ...names]

  let updated = false
  const lists = '/var/lib/apt/lists'
  if (!existsSync(lists) || !readdirSync(lists).some((name) => name.includes('_Packages'))) {
    await update()
    updated = true
  }
  let { names, unknown } = await choose()
  if (unknown.length > 0 && !updated) {
    await update()
    updated = true
    ;({ names, unknown } = await choose())
  }
  const absent = unknown.filter((need) => !need.optional)
  if (absent.length > 0) throw new SetUpError(`These system packages are not offered by this machine’s package sources: ${usualNames(absent)}; install them by other means, then run this again.`)
  if (names.length === 0) return
  if (!updated) {
    const first = await capture('apt-get', args(names), { env, timeoutMs: 15 * 60_000 })
    if (first.code === 0) return
    await update() // old lists name versions that the server no longer has
  }
  await must(`Installing system packages failed: run \`apt-get install --no-install-recommends ${names.join(' ')}\` and see what it says.`, 'apt-get', args(names), { env, timeoutMs: 15 * 60_000 })
}
