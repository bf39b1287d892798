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

const EMAIL = /([\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]*@([\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+)/gu
const SECRET = /((?:验证码|校验码|动态码|密码|verification code|one-time code|code|password|pin)\s*(?:是|为|is|:|\uff1a)?\s*)([A-Za-z0-9]{4,12})/giu
const LONG = /(?<![\dA-Za-z])\d(?:[ -]?\d){10,18}[Xx]?(?![\dA-Za-z])/g

/** Hides what a model must not see (PI-04, AI-14): phones, ID and card numbers, codes, e-mail. `keep`: numbers that are the order's own. */
export function maskText(text: string, keep: ReadonlySet<string>): string {
  return text
    .replace(EMAIL, '$1***@$2')
    .replace(SECRET, '$1****')
    .replace(LONG, (number) => {
      const digits = number.replace(/[ -]/g, '')
      if (keep.has(digits)) return number
      return /^1[3-9]\d{9}$/.test(digits) ? maskPhone(digits) : `****${digits.slice(-4)}`
    })
}
