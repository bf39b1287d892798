import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../src-shared/errors.ts'
import { loadKey, loadToken, type KeyWorld, type Sealer } from './keys.ts'

const PASSPHRASE = 'a passphrase of more than thirty-two characters'
let root: string
let folder: string
let data: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deskmate-keys-'))
  folder = join(root, 'keys')
  data = join(root, 'desk')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A keyring that seals with its own secret; another secret opens nothing. */
function keyring(secret: string, backend = 'gnome_libsecret'): Sealer {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(JSON.stringify({ secret, text: Buffer.from(text).toString('base64') })),
    decryptString: (sealed) => {
      const { secret: by, text } = JSON.parse(sealed.toString()) as { secret: string; text: string }
      if (by !== secret) throw new Error('wrong keyring')
      return Buffer.from(text, 'base64').toString()
    },
    getSelectedStorageBackend: () => backend,
  }
}
const none: Sealer = { ...keyring('x', 'basic_text'), isEncryptionAvailable: () => false }
const world = (change: Partial<KeyWorld> = {}): KeyWorld => ({ folder, sealer: none, passphrase: null, platform: 'linux', ...change })
function refusal(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'no refusal'
}
function putData(): void {
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'desk.db'), 'encrypted')
}
const records = () => readdirSync(folder).sort()

describe('keys from the keyring', () => {
  test('S-1 desk and gateway get different keys, and each the same one again', () => {
    const w = world({ sealer: keyring('mine') })
    const desk = loadKey(w, 'desk', data)
    const gateway = loadKey(w, 'gateway', data)
    expect(desk.hex).toMatch(/^[0-9a-f]{64}$/)
    expect(desk.hex).not.toBe(gateway.hex)
    expect(loadKey(w, 'desk', data)).toEqual({ hex: desk.hex, warning: null })
  })
  test('S-1 what lies on the disk is not the key itself', () => {
    const { hex } = loadKey(world({ sealer: keyring('mine') }), 'desk', data)
    expect(records()).toEqual(['desk.sealed'])
    expect(readFileSync(join(folder, 'desk.sealed'), 'utf8')).not.toContain(hex)
  })
  test.each(['basic_text', 'unknown'])('S-2 on Linux the backend %s, which protects nothing, is never used', (backend) => {
    const { warning } = loadKey(world({ sealer: keyring('mine', backend) }), 'desk', data)
    expect(warning).toBe('key-file')
    expect(records()).toEqual(['desk.key'])
  })
  test('S-2 a keyring that does not give back what it took does not become the only holder of the key', () => {
    const forgetful = { ...keyring('mine'), decryptString: () => { throw new Error('locked') } }
    loadKey(world({ sealer: forgetful }), 'desk', data)
    expect(records()).toEqual(['desk.key'])
  })
  test('S-2 macOS and Windows have no backend to ask for and still seal', () => {
    const { getSelectedStorageBackend: _, ...sealer } = keyring('mine')
    loadKey(world({ sealer, platform: 'darwin' }), 'desk', data)
    expect(records()).toEqual(['desk.sealed'])
  })
})

describe('existing data', () => {
  test('S-3 without its key is refused and no new key is made', () => {
    putData()
    expect(refusal(() => loadKey(world({ sealer: keyring('mine') }), 'desk', data))).toBe('key-missing')
    expect(() => readdirSync(folder)).toThrow()
  })
  test('S-3 whose key another keyring sealed is refused, and the sealed key stays', () => {
    loadKey(world({ sealer: keyring('mine') }), 'desk', data)
    putData()
    const before = readFileSync(join(folder, 'desk.sealed'))
    expect(refusal(() => loadKey(world({ sealer: keyring('other') }), 'desk', data))).toBe('key-sealed')
    expect(refusal(() => loadKey(world({ passphrase: PASSPHRASE }), 'desk', data))).toBe('key-sealed')
    expect(readFileSync(join(folder, 'desk.sealed'))).toEqual(before)
    expect(records()).toEqual(['desk.sealed'])
  })
  test('S-3 with a cut-off key file is refused', () => {
    loadKey(world(), 'desk', data)
    writeFileSync(join(folder, 'desk.key'), 'abc')
    expect(refusal(() => loadKey(world(), 'desk', data))).toBe('key-damaged')
  })
  test('S-3 an empty folder is no data: a first start that got no further is not refused', () => {
    mkdirSync(data, { recursive: true })
    expect(loadKey(world(), 'desk', data).hex).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('DESKMATE_KEY', () => {
  const derived = (change: Partial<KeyWorld> = {}) => world({ passphrase: PASSPHRASE, ...change })
  test('S-4 gives each name its own key, the same on every machine, and leaves no key on the disk', () => {
    const desk = loadKey(derived(), 'desk', data)
    expect(desk.warning).toBeNull()
    expect(loadKey(derived(), 'gateway', data).hex).not.toBe(desk.hex)
    for (const name of records()) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(desk.hex)
    rmSync(folder, { recursive: true })
    putData()
    expect(loadKey(derived(), 'desk', data).hex).toBe(desk.hex)
  })
  test('S-4 a short one is refused instead of making a guessable key', () => {
    expect(refusal(() => loadKey(world({ passphrase: 'x'.repeat(31) }), 'desk', data))).toBe('key-short')
  })
  test('S-4 another one than before, or none, is refused before any database is touched', () => {
    loadKey(derived(), 'desk', data)
    putData()
    expect(refusal(() => loadKey(derived({ passphrase: `${PASSPHRASE}!` }), 'desk', data))).toBe('key-wrong')
    expect(refusal(() => loadKey(world(), 'desk', data))).toBe('key-missing')
    expect(records()).toEqual(['desk.derived'])
  })
  test('S-4 comes after the keyring', () => {
    loadKey(derived({ sealer: keyring('mine') }), 'desk', data)
    expect(records()).toEqual(['desk.sealed'])
  })
})

describe('key file', () => {
  test('S-5 is readable by its owner alone and always brings the warning', () => {
    const first = loadKey(world(), 'desk', data)
    const again = loadKey(world(), 'desk', data)
    expect(again).toEqual({ hex: first.hex, warning: 'key-file' })
    expect(statSync(join(folder, 'desk.key')).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
  test('S-5 the seat token, which opens nothing at rest, is made anew when it cannot be read', () => {
    const token = loadToken(world(), 'seat-token')
    expect(loadToken(world(), 'seat-token')).toBe(token)
    writeFileSync(join(folder, 'seat-token.key'), 'damaged')
    expect(loadToken(world(), 'seat-token')).toMatch(/^[0-9a-f]{64}$/)
  })
})
