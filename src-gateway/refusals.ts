import type { LocalText } from '../src-shared/domain/text.ts'
import { AppError, type AppErrorShape } from '../src-shared/errors.ts'

/**
 * Every refusal a seat or a customer's browser can get, once, with both sentences. The codes are part of the protocol
 * (docs/protocol.md): they may be added to, never renamed.
 */
const REFUSALS = {
  'bad-request': { retryable: false, zh: '请求的内容不符合约定，没有执行。', en: 'The request was not understood and nothing was done.' },
  unauthorized: { retryable: false, zh: '口令不对，网关拒绝了连接。', en: 'The token is wrong; the gateway refused the connection.' },
  'protocol-mismatch': { retryable: false, zh: '这台坐席与网关的版本不兼容，请升级较旧的一方。', en: 'This desk and the gateway speak different versions; update the older one.' },
  'not-found': { retryable: false, zh: '网关里没有这个会话。', en: 'The gateway knows no such conversation.' },
  'id-taken': { retryable: false, zh: '这个编号已被另一条内容使用，没有发送。', en: 'This id already belongs to something else; nothing was sent.' },
  'not-yours': { retryable: false, zh: '这条备注是同事写的，只有本人能改。', en: 'A colleague wrote this note; only they can change it.' },
  'not-permitted': { retryable: false, zh: '你的角色没有这个权限，请找主管或管理员。', en: 'Your role does not permit this; ask a supervisor or an admin.' },
  'session-ended': { retryable: false, zh: '这台桌面的登录已结束，请重新登录；不能登录时请找管理员。', en: 'This desk is signed out. Please sign in again; if that does not work, ask an admin.' },
  'account-disabled': { retryable: false, zh: '你的账号已停用，请找管理员。', en: 'Your account was switched off; ask an admin.' },
  'sign-in': { retryable: false, zh: '姓名或密码不对。', en: 'The name or the password is wrong.' },
  'try-later': { retryable: true, zh: '连续多次不对，请过几分钟再试。', en: 'That was wrong several times in a row. Please wait a few minutes and try again.' },
  invitation: { retryable: false, zh: '邀请码无效、已用过或已过期，请让管理员重新邀请。', en: 'This invitation is not known, was used before or is over; ask an admin for a new one.' },
  'name-taken': { retryable: false, zh: '这个姓名已有人用，请换一个，例如加上花名。', en: 'Somebody has this name already; please choose another.' },
  'weak-password': { retryable: false, zh: '密码太容易猜到：至少 10 个字符，不要只重复几个字符，也不要用姓名。', en: 'This password is easily guessed: at least 10 characters, not the same few again and again, not your name.' },
  'no-password': { retryable: false, zh: '这个账号属于装有网关的电脑，没有密码。', en: 'This account belongs to the computer that runs the gateway; it has no password.' },
  'no-account': { retryable: false, zh: '没有这个账号。', en: 'There is no such account.' },
  'last-admin': { retryable: false, zh: '不能这样改：必须留下一位管理员，装有网关的电脑也一直是管理员。', en: 'This cannot be changed: an admin has to be left, and the computer that runs the gateway always is one.' },
  'second-person': { retryable: false, zh: '放宽额度需要两个人：请另一位主管或管理员确认。', en: 'Giving more needs two people: please let another supervisor or admin confirm it.' },
  'not-here': { retryable: false, zh: '没有人能接：对方不在线，或者只有你一个人在。', en: 'Nobody can take it: they are not here, or you are the only one.' },
  'with-colleague': { retryable: false, zh: '这个会话在同事手里，只有本人或主管能转交。', en: 'A colleague has this conversation; only they or a supervisor can hand it on.' },
  'not-asked': { retryable: false, zh: '现在不能评价：评价已经截止，或者还没有邀请您评价。', en: 'This cannot be rated now: it is too late, or you have not been asked yet.' },
  'not-for-you': { retryable: false, zh: '这份交接是给别人的，只有接班人或主管能接。', en: 'This was handed over to somebody else; only they or a supervisor can take it.' },
  'no-longer': { retryable: false, zh: '已经有人接手，撤不回来了。', en: 'Somebody has taken it already; it cannot be taken back.' },
  'own-review': { retryable: false, zh: '自己提交的审核要由另一位主管决定。', en: 'What you asked for yourself has to be decided by somebody else.' },
  'second-seat': { retryable: false, zh: '放宽额度需要两个人：请另一个坐席确认。', en: 'Giving more needs two people: please let another seat confirm it.' },
  'attachment-missing': { retryable: true, zh: '图片还没有传到网关，请先上传图片。', en: 'The picture has not reached the gateway yet; upload it first.' },
  'attachment-type': { retryable: false, zh: '只能发送 PNG、JPEG、GIF 或 WebP 图片。', en: 'Only PNG, JPEG, GIF or WebP pictures can be sent.' },
  'attachment-size': { retryable: false, zh: '图片太大：不能超过 8 MB、一亿像素。', en: 'The picture is too large: at most 8 MB and 100 megapixels.' },
  'attachment-hash': { retryable: true, zh: '图片在传输中损坏，请重新上传。', en: 'The picture was damaged on the way; upload it again.' },
  'quote-unknown': { retryable: false, zh: '引用的消息不在这个会话里，没有发送。', en: 'The quoted message is not in this conversation; nothing was sent.' },
  'rate-limited': { retryable: true, zh: '发送得太快了，请稍等几秒再试。', en: 'That was too fast. Please wait a few seconds and try again.' },
  'no-visitor': { retryable: true, zh: '会话标识已失效，请刷新页面。', en: 'Your visit has ended; please reload the page.' },
  internal: { retryable: true, zh: '网关内部出错，内容没有丢，请稍后再试。', en: 'Something went wrong in the gateway. Nothing is lost; please try again.' },
} as const satisfies Record<string, { retryable: boolean; zh: string; en: string }>

export type RefusalCode = keyof typeof REFUSALS

export function refusalShape(code: RefusalCode): AppErrorShape {
  const { retryable, zh, en } = REFUSALS[code]
  return { code, retryable, say: { zh, en } }
}

/** An AppError of the catalogue, ready to throw. */
export function refuse(code: RefusalCode, cause?: unknown): AppError {
  return new AppError(refusalShape(code), cause === undefined ? undefined : { cause })
}

/** Levels that go up without their evidence, by their fields. */
export function notEarned(fields: readonly string[]): AppError {
  const which = fields.join(', ')
  return new AppError({ code: 'not-earned', retryable: false, say: { zh: `证据还不够，不能升级：${which}。确实要升的，请在“级别”页写明理由，由另一位确认。`, en: `Not earned yet: ${which}. If it is wanted all the same, say why on the page “Levels”; somebody else has to confirm it.` } })
}

/** A policy that may not hold; `why` names the field. */
export function policyRefused(why: string): AppError {
  return new AppError({ code: 'policy-refused', retryable: false, say: { zh: `策略没有保存，请先改这里：${why}`, en: `The policy was not saved. Please change this first: ${why}` } })
}

/** Settings that are incomplete or malformed; `say` names the fields, never what was written into them. */
export function fieldsWrong(say: LocalText): AppError {
  return new AppError({ code: 'fields-wrong', retryable: false, say })
}

/** An incident that cannot be opened like this. */
export const incidentWrong = (say: LocalText): AppError => new AppError({ code: 'incident-wrong', retryable: false, say })

/** A campaign that cannot be kept like this. */
export const campaignWrong = (say: LocalText): AppError => new AppError({ code: 'campaign-wrong', retryable: false, say })

/** A call of the demo where none is played. */
export function noSuchDemo(): AppError {
  return new AppError({ code: 'not-found', retryable: false, say: { zh: '这个网关没有可放的演示。', en: 'This gateway has no such demo to play.' } })
}

/** A refused socket.io connection: the client's `connect_error` gets `message` (the code) and `data` (the AppError). */
export function connectError(code: RefusalCode): Error & { data: AppErrorShape } {
  return Object.assign(new Error(code), { data: refusalShape(code) })
}

/** A failure to start: the sentence is for whoever started the gateway. */
export function cannotStart(code: string, zh: string, en: string, cause?: unknown): AppError {
  return new AppError({ code, retryable: false, say: { zh, en } }, cause === undefined ? undefined : { cause })
}
