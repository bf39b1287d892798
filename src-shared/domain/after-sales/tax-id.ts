const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Is this a Chinese taxpayer's number? The 18 characters of the unified social credit code, whose last is a check digit
 * (GB 32100-2015: weights 3^n mod 31); the older ones of 15 to 20 figures and letters have none.
 */
export function isTaxId(text: string): boolean {
  const code = text.trim().toUpperCase()
  if (code.length !== 18) return /^[0-9A-Z]{15,20}$/u.test(code)
  if (![...code].every((character) => ALPHABET.includes(character))) return false
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17]
}
