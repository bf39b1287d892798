// Reads the fuses of a packed binary back: that they were asked for in electron-builder.yml does not yet mean that they are set.
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { SetUpError } from '../lib/errors.mjs'

/** What a package must have. @type {Readonly<Record<string, boolean>>} */
export const FUSES = Object.freeze({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
})

/** A set fuse is the character 1 in the binary. */
const SET = '1'.charCodeAt(0)

/** @param {string} binary an executable, or Electron's framework on a Mac @returns {Promise<Record<string, boolean>>} */
export async function readFuses(binary) {
  const wire = await getCurrentFuseWire(binary)
  return Object.fromEntries(Object.keys(FUSES).map((name) => [name, wire[/** @type {Record<string, number>} */ (/** @type {unknown} */ (FuseV1Options))[name]] === SET]))
}

/** @param {string} binary @throws SetUpError naming the fuses that are not as they must be */
export async function verifyFuses(binary) {
  const found = await readFuses(binary)
  const wrong = Object.keys(FUSES).filter((name) => found[name] !== FUSES[name])
  if (wrong.length > 0) throw new SetUpError(`The package was made with wrong fuses (${wrong.join(', ')}): do not hand it out; compare electron-builder.yml with scripts/package/fuses.mjs.`)
}
