import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../src-shared/errors.ts'
import * as say from './key-words.ts'
import { readSmall, writeSmall } from './small-file.ts'

/** The part of Electron's safeStorage that is used; tests bring a stand-in. */
export interface Sealer {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  /** Linux only. */
  getSelectedStorageBackend?(): string
}

export interface KeyWorld {
  /** Where the records of the keys lie. */
  folder: string
  sealer: Sealer
  /** DESKMATE_KEY; null when not set. */
  passphrase: string | null
  platform: NodeJS.Platform
}

/** 64 hex digits. `warning` is a standing one to show, such as `key-file`. */
export interface Key { hex: string; warning: string | null }

const PASSPHRASE_MIN = 32
const HEX = /^[0-9a-f]{64}$/

/**
 * The key called `name`, made when there is none. Its record tells where it came from: `.sealed` (by the system's
 * keyring), `.derived` (from DESKMATE_KEY; holds a check value only), `.key` (the key itself, readable by its owner).
 * @param dataDir what the key opens: while anything lies there a new key is never made, it could not open that
 * @throws AppError key-short, key-missing, key-sealed, key-wrong, key-damaged: nothing was changed
 */
export function loadKey(world: KeyWorld, name: string, dataDir: string | null): Key {
  if (world.passphrase !== null && world.passphrase.length < PASSPHRASE_MIN) throw refusal('key-short', say.KEY_SHORT)
  const known = readRecord(world, name)
  if (known) return known
  if (dataDir !== null && hasContent(dataDir)) {
    // The records are gone. A key derived anew is either the right one or the engine cannot open its database with it.
    if (world.passphrase === null) throw refusal('key-missing', say.KEY_MISSING)
    return { hex: derive(world.passphrase, name), warning: null }
  }
  return makeKey(world, name)
}

/** A secret that opens nothing at rest (the seat's token): made anew where it cannot be read. */
export function loadToken(world: KeyWorld, name: string): string {
  try {
    return loadKey(world, name, null).hex
  } catch {
    return randomBytes(32).toString('hex')
  }
}

function readRecord(world: KeyWorld, name: string): Key | null {
  const record = (kind: string) => readSmall(join(world.folder, `${name}.${kind}`))
  const sealed = record('sealed')
  if (sealed) return { hex: unseal(world, sealed), warning: null }
  const check = record('derived')
  if (check) return { hex: deriveChecked(world, name, check), warning: null }
  const plain = record('key')
  if (plain) return { hex: parse(plain.toString('utf8').trim()), warning: 'key-file' }
  return null
}

function unseal(world: KeyWorld, sealed: Buffer): string {
  if (!maySeal(world)) throw refusal('key-sealed', say.KEY_SEALED)
  let text
  try {
    text = world.sealer.decryptString(sealed)
  } catch (cause) {
    throw refusal('key-sealed', say.KEY_SEALED, cause)
  }
  return parse(text)
}

function deriveChecked(world: KeyWorld, name: string, check: Buffer): string {
  if (world.passphrase === null) throw refusal('key-missing', say.PASSPHRASE_MISSING)
  const expected = Buffer.from(checkValue(world.passphrase, name))
  if (check.length !== expected.length || !timingSafeEqual(check, expected)) throw refusal('key-wrong', say.PASSPHRASE_WRONG)
  return derive(world.passphrase, name)
}

function parse(text: string): string {
  if (!HEX.test(text)) throw refusal('key-damaged', say.KEY_DAMAGED)
  return text
}

function makeKey(world: KeyWorld, name: string): Key {
  const record = (kind: string) => join(world.folder, `${name}.${kind}`)
  const hex = randomBytes(32).toString('hex')
  const sealed = trySeal(world, hex)
  if (sealed) {
    writeSmall(record('sealed'), sealed)
    return { hex, warning: null }
  }
  if (world.passphrase !== null) {
    writeSmall(record('derived'), checkValue(world.passphrase, name))
    return { hex: derive(world.passphrase, name), warning: null }
  }
  writeSmall(record('key'), `${hex}\n`)
  return { hex, warning: 'key-file' }
}

/** Seals and opens again: a keyring that cannot give back what it took must not hold the only key. */
function trySeal(world: KeyWorld, hex: string): Buffer | null {
  if (!maySeal(world)) return null
  try {
    const sealed = world.sealer.encryptString(hex)
    return world.sealer.decryptString(sealed) === hex ? sealed : null
  } catch {
    return null
  }
}

/** On Linux without a keyring Chromium "encrypts" under a password that everyone knows (basic_text). */
function maySeal({ sealer, platform }: KeyWorld): boolean {
  if (platform === 'linux') {
    const backend = sealer.getSelectedStorageBackend?.() ?? 'unknown'
    if (backend === 'basic_text' || backend === 'unknown') return false
  }
  return sealer.isEncryptionAvailable()
}

/** HKDF-SHA256 (RFC 5869) with the name as info, so that the keys of one passphrase tell nothing of each other. */
function hkdf(passphrase: string, info: string): string {
  return Buffer.from(hkdfSync('sha256', passphrase, 'deskmate', info, 32)).toString('hex')
}
const derive = (passphrase: string, name: string) => hkdf(passphrase, `v1/key/${name}`)
const checkValue = (passphrase: string, name: string) => hkdf(passphrase, `v1/check/${name}`).slice(0, 32)

function hasContent(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function refusal(code: string, sentence: AppError['say'], cause?: unknown): AppError {
  return new AppError({ code, retryable: false, say: sentence }, { cause })
}
