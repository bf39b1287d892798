import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8: a key for what is known of exactly these words. */
export const textHash = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()
