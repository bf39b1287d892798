import { z } from 'zod'
import { LocalText } from '../../src-shared/domain/text.ts'
import { AppError } from '../../src-shared/errors.ts'

/** What a refused request is answered with (RFC 9457), `application/problem+json`. */
export const Problem = z.object({
  type: z.string().describe('`urn:deskmate:problem:` and the code.'),
  title: z.string().describe('What happened, in the language of `Accept-Language` (zh or en).'),
  status: z.number().int(),
  code: z.string().describe('For programs. Codes may be added to, never renamed.'),
  retryable: z.boolean().describe('The very same request may succeed later.'),
  say: LocalText.describe('The same words in both languages.'),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional().describe('Which fields are wrong; what stood in them is not repeated.'),
})
export type Problem = z.infer<typeof Problem>

/** Refusals that only this API knows; all others come from the gateway's own catalogue. */
const PROBLEMS = {
  key: { status: 401, retryable: false, zh: '密钥缺失、不对、已过期或已撤销。', en: 'The key is missing, wrong, over or revoked.' },
  scope: { status: 403, retryable: false, zh: '这把密钥没有这项权限，请让管理员另开一把。', en: 'This key does not cover that; ask an admin for one that does.' },
  'no-such-thing': { status: 404, retryable: false, zh: '没有这一项。', en: 'There is no such thing.' },
  'no-such-route': { status: 404, retryable: false, zh: '没有这个接口，见 /api/v1/openapi.json。', en: 'There is no such call; see /api/v1/openapi.json.' },
  fields: { status: 400, retryable: false, zh: '有些字段不对，什么也没有做；见 errors。', en: 'Some fields are wrong and nothing was done; see errors.' },
  'not-json': { status: 400, retryable: false, zh: '内容不是有效的 JSON 对象，什么也没有做。', en: 'The body is no valid JSON object; nothing was done.' },
  'media-type': { status: 415, retryable: false, zh: '请用 Content-Type: application/json。', en: 'Send it as Content-Type: application/json.' },
  'too-large': { status: 413, retryable: false, zh: '内容太大：最多 64 KB。', en: 'The body is too large: at most 64 KB.' },
  'idempotency-key': { status: 400, retryable: false, zh: '写入需要 Idempotency-Key 头（1 到 200 个可见字符），重发同一请求时用同一个值。', en: 'A write needs the header Idempotency-Key (1 to 200 visible characters); send a request again with the same one.' },
  'idempotency-key-reused': { status: 422, retryable: false, zh: '这个 Idempotency-Key 已用于另一个请求，这次什么也没有做。', en: 'This Idempotency-Key belongs to another request; nothing was done this time.' },
  'rate-limited': { status: 429, retryable: true, zh: '请求太频繁，请按 Retry-After 再来。', en: 'Too many requests; come again after Retry-After.' },
  busy: { status: 503, retryable: true, zh: '网关正忙，请按 Retry-After 再来。', en: 'The gateway is busy; come again after Retry-After.' },
  'newer-message': { status: 409, retryable: false, zh: '顾客在 basedOnSeq 之后又写了消息，这条没有发。', en: 'The customer wrote after basedOnSeq; this was not sent.' },
  closed: { status: 409, retryable: false, zh: '会话已结束，没有发。', en: 'The conversation is resolved; nothing was sent.' },
  'with-colleague': { status: 409, retryable: true, zh: '有客服正在接待这位顾客，没有发；可以写成内部备注。', en: 'An agent is with this customer; nothing was sent. Write an internal note instead.' },
} as const satisfies Record<string, { status: number; retryable: boolean; zh: string; en: string }>
export type ProblemCode = keyof typeof PROBLEMS

/** Codes of the gateway's own catalogue that are not 400 here. */
const STATUS_OF: Record<string, number> = { 'not-found': 404, 'id-taken': 409, 'not-yours': 403, internal: 500 }
const statusOf = (code: string): number => (Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode].status : STATUS_OF[code] ?? 400)

/** A refusal of the API, with the fields that are wrong. */
export class ApiProblem extends AppError {
  readonly errors: Problem['errors']

  constructor(code: ProblemCode, errors?: Problem['errors']) {
    const { retryable, zh, en } = PROBLEMS[code]
    super({ code, retryable, say: { zh, en } })
    this.errors = errors
  }
}

export function problemOf(error: AppError, language: string | undefined): Problem {
  const { code, retryable, say } = error
  const errors = error instanceof ApiProblem ? error.errors : undefined
  return { type: `urn:deskmate:problem:${code}`, title: /^\s*zh\b/i.test(language ?? '') ? say.zh : say.en, status: statusOf(code), code, retryable, say, ...(errors === undefined ? {} : { errors }) }
}

/** Which fields a schema refused, never what stood in them. */
export const fieldsOf = (error: z.ZodError): NonNullable<Problem['errors']> =>
  error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ field: [...issue.path, key].map(String).join('.').slice(0, 200), code: 'unknown' })) : [{ field: issue.path.map(String).join('.'), code: issue.code }]))
