import { createHash } from 'node:crypto'

/** Is this case drawn to be looked at? By its id alone, so that every desk draws the same and nobody can choose. */
export const isSampled = (id: string, share: number): boolean => createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32 < share
