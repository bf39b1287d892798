/** `13800000810` -> `138****0810`; shorter numbers keep their last four digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-4)}`
}

/** `林晓雯` -> `林**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return `${first}${'*'.repeat(Math.min(rest.length, 3))}`
}
