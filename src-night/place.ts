import { join } from 'node:path'
import { loadKey, loadToken, type KeyWorld } from '../src-main/keys.ts'
import { loadSeatId } from '../src-main/seat.ts'
import type { NightOptions } from './options.ts'

/** What lies in the folder of a night desk: its seat, its keys, its encrypted store. */
export interface NightPlace {
  deskDir: string
  gatewayDir: string
  seatId: string
  deskKey: string
  warnings: string[]
  /** Keys of the demo's own gateway, made when they are asked for. */
  demo(): { key: string; token: string }
}

/** There is no keyring without a desktop session: the key comes from DESKMATE_KEY, else from a file of its owner. */
const NO_KEYRING: KeyWorld['sealer'] = {
  isEncryptionAvailable: () => false,
  encryptString: () => { throw new Error('no keyring') },
  decryptString: () => { throw new Error('no keyring') },
}

/** @throws AppError when what lies there cannot be opened; nothing was changed */
export function openPlace({ dataDir, passphrase }: Pick<NightOptions, 'dataDir' | 'passphrase'>): NightPlace {
  const world: KeyWorld = { folder: join(dataDir, 'keys'), sealer: NO_KEYRING, passphrase, platform: process.platform }
  const deskDir = join(dataDir, 'desk')
  const gatewayDir = join(dataDir, 'gateway')
  const desk = loadKey(world, 'desk', deskDir)
  return {
    deskDir, gatewayDir, seatId: loadSeatId(join(dataDir, 'seat.json')), deskKey: desk.hex, warnings: desk.warning === null ? [] : [desk.warning],
    demo: () => ({ key: loadKey(world, 'gateway', gatewayDir).hex, token: loadToken(world, 'seat-token') }),
  }
}
