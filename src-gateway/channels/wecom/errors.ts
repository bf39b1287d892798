import type { LocalText } from '../../../src-shared/domain/text.ts'
import { BAD_SECRET, BLOCKED, BUSY, ELSEWHERE, FILE_REFUSED, IP_NOT_TRUSTED, NOT_ALLOWED, NOT_TAKEN, QUOTA_SPENT, SESSION_ENDED, STRANGE, TOO_LATE, UNREACHABLE } from './words.ts'

/** `retry`: later · `never`: this message not at all · `set-up`: nothing goes until a person changes something. */
export interface Trouble { fate: 'retry' | 'never' | 'set-up'; why: LocalText; /** Not before so many milliseconds. */ afterMs?: number }

/** The API could not be asked, or its answer was cut off. */
export const NO_ANSWER: Trouble = { fate: 'retry', why: UNREACHABLE }
export const NOT_WECHAT: Trouble = { fate: 'set-up', why: STRANGE }

/** Codes that mean a used-up or withdrawn access token: a new one helps. */
export const TOKEN_CODES: ReadonlySet<number> = new Set([40014, 41001, 42001])

/** Global error codes (developer.work.weixin.qq.com/document/path/90313), as far as they concern 微信客服. */
const BY_CODE: Readonly<Record<number, Trouble>> = {
  [-1]: { fate: 'retry', why: BUSY }, 45009: { fate: 'retry', why: BUSY, afterMs: 60_000 }, 45033: { fate: 'retry', why: BUSY, afterMs: 5000 },
  40001: { fate: 'set-up', why: BAD_SECRET }, 40013: { fate: 'set-up', why: BAD_SECRET }, 40014: { fate: 'retry', why: BUSY }, 41001: { fate: 'retry', why: BUSY }, 42001: { fate: 'retry', why: BUSY },
  60020: { fate: 'set-up', why: IP_NOT_TRUSTED }, 48002: { fate: 'set-up', why: NOT_ALLOWED }, 60011: { fate: 'set-up', why: NOT_ALLOWED }, 95017: { fate: 'set-up', why: NOT_ALLOWED },
  95000: { fate: 'set-up', why: NOT_ALLOWED }, 95004: { fate: 'set-up', why: NOT_ALLOWED },
  95001: { fate: 'never', why: QUOTA_SPENT }, 95002: { fate: 'never', why: TOO_LATE }, 95013: { fate: 'never', why: SESSION_ENDED }, 95018: { fate: 'never', why: ELSEWHERE },
  40096: { fate: 'never', why: BLOCKED }, 40003: { fate: 'never', why: BLOCKED }, 40004: { fate: 'never', why: FILE_REFUSED }, 40005: { fate: 'never', why: FILE_REFUSED }, 40006: { fate: 'never', why: FILE_REFUSED }, 40009: { fate: 'never', why: FILE_REFUSED },
}

/** What an `errcode` other than 0 means. */
export function troubleOfCode(code: number): Trouble {
  const known = BY_CODE[code]
  if (known) return known
  return { fate: 'never', why: { zh: `${NOT_TAKEN.zh}（错误码 ${code}）`, en: `${NOT_TAKEN.en} (Code ${code}.)` } }
}
