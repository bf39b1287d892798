import { createHash } from 'node:crypto'

/** SHA-256 of a text, by which what belongs to it is found again. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()
