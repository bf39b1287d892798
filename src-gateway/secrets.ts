import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { cannotStart } from './refusals.ts'
import { databaseExists } from './store/sqlite/open.ts'

export const KEY_FILE = 'key'
const TOKEN_FILE = 'seat-token'
const SECRET_BYTES = 32
/** What each secret looks like, and how that is told. */
const KEY = { shape: /^[0-9a-f]{64}$/, wanted: { zh: '64 位十六进制数字', en: '64 hexadecimal digits' } }
const TOKEN = { shape: /^\S{32,}$/, wanted: { zh: '至少 32 个字符，不含空格', en: 'at least 32 characters without spaces' } }

/**
 * The database key of a gateway that runs alone: `DESKMATE_KEY`, else a key file in its data folder, made on first start.
 * @returns 64 hex digits.
 * @throws AppError `missing-key` when there is a database but no key: a new key must never be made over old data. `bad-key`.
 */
export function databaseKey(dataDir: string, env: NodeJS.ProcessEnv, warn: (line: string) => void): string {
  const given = env.DESKMATE_KEY
  if (given !== undefined && given !== '') return checked(given.trim().toLowerCase(), 'DESKMATE_KEY')
  const file = join(dataDir, KEY_FILE)
  warn(`warning: the database key lies in a file (${file}); set DESKMATE_KEY to keep it elsewhere`)
  if (existsSync(file)) return checked(readFileSync(file, 'utf8').trim(), file)
  if (databaseExists(dataDir)) {
    throw cannotStart('missing-key', `数据文件夹里有数据库，但没有密钥（${file} 或 DESKMATE_KEY）。数据没有改动。`,
      `The data folder holds a database but its key is missing (${file} or DESKMATE_KEY). Nothing was changed.`)
  }
  return newSecret(dataDir, file)
}

/** What a seat has to show: `DESKMATE_SEAT_TOKEN`, else a token file in the data folder, made on first start. */
export function seatToken(dataDir: string, env: NodeJS.ProcessEnv): string {
  const given = env.DESKMATE_SEAT_TOKEN
  if (given !== undefined && given !== '') return checked(given, 'DESKMATE_SEAT_TOKEN', TOKEN)
  const file = join(dataDir, TOKEN_FILE)
  return existsSync(file) ? checked(readFileSync(file, 'utf8').trim(), file, TOKEN) : newSecret(dataDir, file)
}

function checked(secret: string, where: string, { shape, wanted } = KEY): string {
  if (shape.test(secret)) return secret
  throw cannotStart('bad-key', `${where} 的内容不对：应为 ${wanted.zh}。`, `What ${where} holds is not valid: it has to be ${wanted.en}.`)
}

function newSecret(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secret = randomBytes(SECRET_BYTES).toString('hex')
  // Flushed before it is used: a database whose key was lost with the power is lost.
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, `${secret}\n`)
  fsyncSync(handle)
  closeSync(handle)
  return secret
}
