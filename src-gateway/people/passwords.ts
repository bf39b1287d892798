import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { PASSWORD_MIN_LENGTH } from '../../src-shared/wire/seat-people.ts'
import { refuse } from '../refusals.ts'
import type { ScryptSecret } from '../store/people.ts'
import { fold } from './names.ts'

/** OWASP Password Storage Cheat Sheet, scrypt: N 2^15, r 8, p 3. It takes 32 MiB and some tenths of a second, off the main thread. */
const COST = { n: 2 ** 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32
/** Hashes made at once and waiting: each holds its memory, and whoever floods must not take all of it. */
const AT_ONCE = 2
const WAITING = 64

let running = 0
const queue: (() => void)[] = []

/** @throws AppError `try-later` when more wait than could be served in reasonable time */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw refuse('try-later')
    await new Promise<void>((resolve) => { queue.push(resolve) })
  } else running += 1
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

function derive(password: string, { n, r, p, salt }: Omit<ScryptSecret, 'hash'>): Promise<Buffer> {
  return inTurn(() => new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64'), HASH_BYTES, { N: n, r, p, maxmem: 256 * n * r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  }))
}

export async function secretOf(password: string): Promise<ScryptSecret> {
  const made = { ...COST, salt: randomBytes(SALT_BYTES).toString('base64') }
  return { ...made, hash: (await derive(password, made)).toString('base64') }
}

/** What a name that there is not is compared with, so that it takes as long. */
const NONE: ScryptSecret = { ...COST, salt: Buffer.alloc(SALT_BYTES).toString('base64'), hash: '' }

/** @param secret null: there is none, which takes as long to say */
export async function passwordMatches(password: string, secret: ScryptSecret | null): Promise<boolean> {
  const made = await derive(password, secret ?? NONE)
  return secret !== null && timingSafeEqual(made, Buffer.from(secret.hash, 'base64'))
}

/** @throws AppError `weak-password` */
export function checkPassword(password: string, name: string): void {
  const folded = fold(password)
  const isPlain = new Set(folded).size < 4 || (folded.includes(fold(name)) && folded.length < 2 * PASSWORD_MIN_LENGTH)
  if ([...password].length < PASSWORD_MIN_LENGTH || isPlain) throw refuse('weak-password')
}
