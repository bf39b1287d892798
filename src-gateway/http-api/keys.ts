import { randomBytes } from 'node:crypto'
import type { ApiKey } from '../../src-shared/domain/integration.ts'
import { plainName } from '../../src-shared/domain/plain-name.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { hashOfSecret } from '../people/tokens.ts'
import { refuse } from '../refusals.ts'
import type { ApiKeyRow } from '../store/integrations.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

/** By these letters a key is found in a text where it should not be. */
const PREFIX = 'dmk_'
const SHOWN = PREFIX.length + 4

/** @returns the key without what opens the door */
export const toInfo = ({ hash: _hash, ...key }: ApiKeyRow): ApiKey => key

/** Makes a key of 256 random bits, which is told this once. @throws AppError `id-taken`, `bad-request` (it would be over already) */
export async function makeKey(tx: WriteTx, now: number, by: string, { id, name, scopes, expiresAt }: SeatParams<'integrations.makeKey'>): Promise<SeatResult<'integrations.makeKey'>> {
  if ((await tx.integrations.key(id)) !== null) throw refuse('id-taken')
  if (expiresAt !== null && expiresAt <= now) throw refuse('bad-request')
  const key = PREFIX + randomBytes(32).toString('base64url')
  const row: ApiKeyRow = { id, name: plainName(name), prefix: key.slice(0, SHOWN), scopes: [...new Set(scopes)], createdAt: now, createdBy: by, expiresAt, lastUsedAt: null, hash: hashOfSecret(key) }
  await tx.integrations.putKey(row)
  return { key, info: toInfo(row) }
}

/** Whose key it is; null: nobody's, it was revoked, or its time is over. */
export async function keyOf(tx: ReadTx, now: number, key: string): Promise<ApiKeyRow | null> {
  const row = key.startsWith(PREFIX) ? await tx.integrations.keyByHash(hashOfSecret(key)) : null
  return row === null || (row.expiresAt !== null && row.expiresAt <= now) ? null : row
}
