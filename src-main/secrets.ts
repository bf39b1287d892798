import { safeStorage } from 'electron'
import { loadKey, loadToken, type KeyWorld, type Sealer } from './keys.ts'
import type { Options } from './options.ts'
import type { UserPlaces } from './places.ts'

export interface Secrets {
  /** Database keys, 64 hex digits each. */
  desk: string
  gateway: string
  /** Of this seat at the embedded gateway. */
  seatToken: string
  warnings: string[]
}

/**
 * The keys of this user's data. With a gateway elsewhere there is no embedded one to make a key for.
 * @throws AppError when existing data could not be opened with what is there; nothing was changed
 */
export function loadSecrets(options: Options, user: UserPlaces): Secrets {
  const world: KeyWorld = { folder: user.keys, sealer: sealer(), passphrase: options.passphrase, platform: process.platform }
  const desk = loadKey(world, 'desk', user.desk)
  const gateway = options.gateway ? { hex: '', warning: null } : loadKey(world, 'gateway', user.gateway)
  const warnings = [...new Set([desk.warning, gateway.warning])].filter((warning) => warning !== null)
  return { desk: desk.hex, gateway: gateway.hex, seatToken: options.gateway ? '' : loadToken(world, 'seat-token'), warnings }
}

function sealer(): Sealer {
  return {
    isEncryptionAvailable: () => safeStorage.isEncryptionAvailable(),
    encryptString: (text) => safeStorage.encryptString(text),
    decryptString: (sealed) => safeStorage.decryptString(sealed),
    getSelectedStorageBackend: () => (process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'unknown'),
  }
}
