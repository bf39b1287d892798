/** Longest text that is looked at, in UTF-16 code units: a language shows long before. */
const TEXT_MAX = 400

/** Small letters and single spaces; a space before and after, so that beginnings and ends of words count as such. */
export function lettersOf(text: string): string {
  return ` ${text.slice(0, TEXT_MAX).toLowerCase().replace(/[^\p{L}\p{M}]+/gu, ' ').trim()} `
}

/** Most n-grams that `gramsOf` can find with n up to `longest`. */
export const gramsAtMost = (longest: number): number => (TEXT_MAX + 2) * longest

/**
 * Writes the bucket of each character n-gram (n = 1..longest, none across two words) into `into`.
 * The hash is FNV-1a over UTF-16 code units, mixed after each one, so that every prefix has a bucket of its own.
 * @returns how many
 */
export function gramsOf(letters: string, buckets: number, longest: number, into: Int32Array): number {
  let found = 0
  for (let start = 0; start < letters.length; start++) {
    let hash = 0x811c9dc5
    for (let length = 0; length < longest && start + length < letters.length; length++) {
      const unit = letters.charCodeAt(start + length)
      hash = Math.imul(hash ^ unit, 0x01000193)
      hash ^= hash >>> 15
      into[found++] = (((Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13)) + length * 7919) >>> 0) % buckets
      if (unit === 32 && length > 0) break
    }
  }
  return found
}
