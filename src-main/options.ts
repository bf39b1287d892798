import { resolve } from 'node:path'
import { DEMO_DAY } from '../src-shared/domain/demo-day.ts'
import { modelFromEnvironment } from '../src-shared/model-environment.ts'
import type { GatewayStart } from '../src-shared/wire/ready.ts'

/** The part of the demo's day that `--demo` plays: its busiest half-hour. */
const { peakWindow } = DEMO_DAY
const PEAK_SECONDS = peakWindow.to - peakWindow.from

export interface Options {
  /** The folder that the person started from; relative paths are meant from there. */
  cwd: string
  /** Folder named by the person; null: the usual one of the platform (or a temporary one for a demo). */
  userData: string | null
  /** Plays the busiest half-hour in so many seconds, works the queue by itself, prints a summary and ends. */
  demo: { seconds: number } | null
  /** What the embedded gateway plays of the demo's day, and how fast; null: nothing. */
  play: GatewayStart['demo']
  /** Prints what happens on standard output and keeps a picture of the window. */
  headless: boolean
  verbose: boolean
  /** A gateway elsewhere; null: the embedded one. */
  gateway: { url: string; token: string } | null
  model: { baseUrl: string; name: string; key: string | null; embeddings: string } | null
  passphrase: string | null
  sqliteBinding: string | null
  /** The development server's address of the window's page. */
  rendererUrl: string | null
}

/** Wrong usage; the message is one sentence for the person at the terminal. */
export class UsageError extends Error {}

/**
 * Reads the command line and the environment.
 * @param argv the arguments after the program; unknown ones are Chromium's and are left alone
 * @throws UsageError
 */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Options {
  const demo = seconds(valueOf(argv, '--demo'))
  checkLogLevel(env)
  const userData = valueOf(argv, '--user-data') ?? (env['DESKMATE_USER_DATA'] || null)
  return {
    cwd,
    userData: userData === null ? null : resolve(cwd, userData),
    demo: demo === null ? null : { seconds: demo },
    play: demo === null ? playAt(speed(valueOf(argv, '--speed'))) : { speed: PEAK_SECONDS / demo, from: peakWindow.from, until: peakWindow.to },
    headless: env['DESKMATE_HEADLESS'] === '1' || demo !== null,
    verbose: env['DESKMATE_VERBOSE'] === '1',
    gateway: gateway(env),
    model: model(env),
    passphrase: env['DESKMATE_KEY'] || null,
    sqliteBinding: env['DESKMATE_SQLITE_BINDING'] || null,
    rendererUrl: env['ELECTRON_RENDERER_URL'] || null,
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Engine and gateway read it themselves, and would not start with a level that there is not. */
function checkLogLevel({ DESKMATE_LOG: level }: NodeJS.ProcessEnv): void {
  if (level && !LOG_LEVELS.includes(level)) throw new UsageError(`DESKMATE_LOG is one of ${LOG_LEVELS.join(', ')}; "${level}" is none of them.`)
}

const SECRETS = ['DESKMATE_KEY', 'DESKMATE_SEAT_TOKEN', 'DESKMATE_MODEL_KEY', 'OPENAI_API_KEY']

/** The environment for child processes. They get secrets by message: an environment can be read from outside, and is inherited. */
export function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !SECRETS.includes(name)))
}

function valueOf(argv: readonly string[], name: string): string | null {
  for (const [index, arg] of argv.entries()) {
    if (arg.startsWith(`${name}=`)) return arg.slice(name.length + 1)
    if (arg !== name) continue
    const value = argv[index + 1]
    if (value === undefined || value.startsWith('--')) throw new UsageError(`${name} needs a value.`)
    return value
  }
  return null
}

function seconds(text: string | null): number | null {
  if (text === null) return null
  const value = Number(text)
  if (!Number.isFinite(value) || value < 1 || value > PEAK_SECONDS) {
    throw new UsageError(`--demo takes the number of seconds to play the half-hour in, 1 to ${PEAK_SECONDS}; "${text}" is not one.`)
  }
  return value
}

function speed(text: string | null): number | null {
  if (text === null) return 1
  if (text === 'off') return null
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new UsageError(`--speed takes a number above 0 (1 = as recorded) or "off"; "${text}" is neither.`)
  return value
}

/** Without a word the desk opens in the busiest hour: a newcomer sees a living queue at once. */
function playAt(speed: number | null): Options['play'] {
  return speed === null ? null : { speed, from: peakWindow.from, until: null }
}

function gateway(env: NodeJS.ProcessEnv): Options['gateway'] {
  const url = env['DESKMATE_GATEWAY_URL']
  const token = env['DESKMATE_SEAT_TOKEN']
  if (!url && !token) return null
  if (!url || !token) throw new UsageError('A gateway elsewhere needs both DESKMATE_GATEWAY_URL and DESKMATE_SEAT_TOKEN.')
  return { url: webAddress('DESKMATE_GATEWAY_URL', url, 'https://gateway.example:8443'), token }
}

/** `localhost:8443` without its http:// would otherwise be an address of the protocol `localhost`, and only ever be silent. */
function webAddress(name: string, text: string, example: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError(`${name} is "${text}", which is no web address such as ${example}.`)
}

/** @throws UsageError where the address is none */
function model(env: NodeJS.ProcessEnv): Options['model'] {
  const chosen = modelFromEnvironment(env)
  return chosen && { baseUrl: webAddress(chosen.from, chosen.baseUrl, 'http://127.0.0.1:11434/v1'), name: chosen.name, key: chosen.key, embeddings: chosen.embeddings }
}
