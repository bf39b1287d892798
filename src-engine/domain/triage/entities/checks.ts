/** Luhn check of ISO/IEC 7812-1 over a string of digits. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/** Check character of a Chinese identity number, GB 11643-1999 (ISO 7064 mod 11-2); lower-case x. */
export function nationalIdChecks(id: string): boolean {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(id[i]) * (2 ** (17 - i) % 11)
  return '10x98765432'[sum % 11] === id[17]
}

const CREDIT_CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Check character of a unified social credit code, GB 32100-2015 (mod 31, weights 3^i); capitals. */
export function creditCodeChecks(code: string): boolean {
  if (code.length !== 18) return false
  let [sum, weight] = [0, 1]
  for (let i = 0; i < 17; i++) {
    const value = CREDIT_CODE.indexOf(code[i] ?? '')
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_CODE[(31 - (sum % 31)) % 31] === code[17]
}

/** Check digit of a postal item, UPU S10: eight digits weighed 8 6 4 2 3 5 9 7. @param item two letters, nine digits, two letters */
export function postalItemChecks(item: string): boolean {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, i) => total + weight * Number(item[i + 2]), 0)
  const check = 11 - (sum % 11)
  return Number(item[10]) === (check === 10 ? 0 : check === 11 ? 5 : check)
}

/** Check digit of a UPS number: letters count (code - 63) mod 10, every second character twice. @param item 1Z and sixteen characters, capitals */
export function upsChecks(item: string): boolean {
  let sum = 0
  for (let i = 2; i < 17; i++) {
    const code = item.charCodeAt(i)
    const value = code >= 65 ? (code - 63) % 10 : code - 48
    sum += i % 2 === 1 ? value * 2 : value
  }
  return (10 - (sum % 10)) % 10 === Number(item[17])
}

/** GS1 mod-10 with weights 3 and 1 from the right: EAN-13 and the postal service of the USA. */
export function gs1Checks(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 3 : 1)
  return sum % 10 === 0
}

/** ISO 13616 account number: moved and read as base 36, it leaves 1 mod 97. @param iban lower case without blanks */
export function ibanChecks(iban: string): boolean {
  let rest = 0
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
