import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DEMO_PLACES } from '../src-shared/domain/demo-day.ts'
import { cannotStart } from './refusals.ts'
import { databaseKey, seatToken } from './secrets.ts'
import type { GatewayOptions } from './server.ts'

export const USAGE = 'gateway [--seat-port N] [--chat-port N] [--open-port N] [--data DIR] [--listen ADDRESS] [--demo SPEED|off]\n       gateway audit verify|export [--data DIR]\n       gateway backup [--data DIR] --to FOLDER\n       gateway verify-backup|restore --data DIR --from FOLDER\n       gateway openapi'
const DEFAULT_PORTS = { seat: 4710, chat: 4711, open: 4712 }

export interface Surroundings {
  argv: readonly string[]
  env: NodeJS.ProcessEnv
  resourcesDir: string
  webChatDir: string
  /** One line for the person who started the gateway. */
  warn(line: string): void
}

/**
 * Options of a gateway that runs alone: arguments, environment, and secrets from its data folder.
 * @throws AppError `usage`, `missing-key`, `bad-key`.
 */
export function optionsAlone({ argv, env, resourcesDir, webChatDir, warn }: Surroundings): GatewayOptions {
  const values = parse(argv)
  if (values.listen !== undefined) warn(`warning: desks on other machines reach this gateway at ${values.listen}; without TLS in front of it (docs/team.md) others in the network can read along`)
  const dataDir = values.data === undefined ? join(homedir(), '.deskmate-gateway') : resolve(env.INIT_CWD ?? '.', values.data)
  return {
    dataDir, resourcesDir, webChatDir,
    seatPort: portOf(values['seat-port'], DEFAULT_PORTS.seat), chatPort: portOf(values['chat-port'], DEFAULT_PORTS.chat), openPort: portOf(values['open-port'], values['seat-port'] === undefined ? DEFAULT_PORTS.open : 0),
    demo: demoOf(values.demo ?? 'off'), listen: values.listen ?? null,
    sqliteBinding: env.DESKMATE_SQLITE_BINDING ?? null,
    key: databaseKey(dataDir, env, warn), seatToken: seatToken(dataDir, env),
  }
}

function parse(argv: readonly string[]): { 'seat-port'?: string; 'chat-port'?: string; 'open-port'?: string; data?: string; demo?: string; listen?: string } {
  const string = { type: 'string' } as const
  try {
    return parseArgs({ args: [...argv], options: { 'seat-port': string, 'chat-port': string, 'open-port': string, data: string, demo: string, listen: string } }).values
  } catch (cause) {
    throw usage(cause)
  }
}

function portOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw usage()
  return port
}

/** The demo begins at its busiest time: a desk that opens sees a living queue at once. */
function demoOf(text: string): GatewayOptions['demo'] {
  if (text === 'off') return null
  const speed = Number(text)
  if (!(Number.isFinite(speed) && speed > 0)) throw usage()
  return { speed, from: DEMO_PLACES.peak, until: null }
}

const usage = (cause?: unknown): Error => cannotStart('usage', `用法：${USAGE}`, `Usage: ${USAGE}`, cause)
