import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const USAGE = 'Usage: npm run night-desk -- [--until HH:MM] [--name NAME] [--language zh|en] [--data DIR] [--json] [--demo]'

/** Wrong arguments or environment; the message is one sentence for the person at the terminal. */
export class UsageError extends Error {}

export interface NightOptions {
  /** null: the demo's own gateway. */
  gateway: { url: string; token: string } | null
  /** Hour of the shop's clock at which the shift ends, `HH:MM`; null: when it is told to. */
  until: string | null
  /** How the seat is called in notes. */
  name: string
  language: 'zh' | 'en'
  dataDir: string
  json: boolean
  passphrase: string | null
  sqliteBinding: string | null
}

/** @throws UsageError */
export function readNightOptions(argv: readonly string[], env: NodeJS.ProcessEnv): NightOptions {
  const values = parse(argv)
  const language = values.language ?? (/^zh/i.test(env['LC_ALL'] || env['LANG'] || 'zh') ? 'zh' : 'en')
  if (language !== 'zh' && language !== 'en') throw new UsageError('--language is zh or en.')
  if (values.until !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(values.until)) throw new UsageError(`--until takes a time of day such as 08:00; "${values.until}" is none.`)
  const name = (values.name ?? (language === 'zh' ? '夜班台' : 'Night desk')).trim()
  if (name === '' || name.length > 40) throw new UsageError('--name takes 1 to 40 characters.')
  return {
    gateway: values.demo ? null : gatewayOf(env), until: values.until ?? null, name, language,
    dataDir: values.data === undefined ? join(homedir(), values.demo ? '.deskmate-night-demo' : '.deskmate-night') : resolve(env['INIT_CWD'] ?? '.', values.data),
    json: values.json ?? false, passphrase: env['DESKMATE_KEY'] || null, sqliteBinding: env['DESKMATE_SQLITE_BINDING'] ?? null,
  }
}

function parse(argv: readonly string[]) {
  const string = { type: 'string' } as const
  const boolean = { type: 'boolean' } as const
  try {
    return parseArgs({ args: [...argv], options: { until: string, name: string, language: string, data: string, json: boolean, demo: boolean } }).values
  } catch {
    throw new UsageError(USAGE)
  }
}

function gatewayOf(env: NodeJS.ProcessEnv): { url: string; token: string } {
  const url = env['DESKMATE_GATEWAY_URL']
  const token = env['DESKMATE_SEAT_TOKEN']
  if (!url || !token) throw new UsageError('Set DESKMATE_GATEWAY_URL and DESKMATE_SEAT_TOKEN to the gateway that this desk is to keep, or try it with --demo.')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new UsageError(`DESKMATE_GATEWAY_URL is "${url}", which is no web address such as https://gateway.example:8443.`)
  return { url, token }
}
