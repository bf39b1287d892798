import type { LocalText } from '../../../src-shared/domain/text.ts'

export const UNREACHABLE: LocalText = { zh: '连不上企业微信接口；会自动再试，顾客的消息在微信侧保留三天，不会丢。', en: 'The WeChat API cannot be reached. It is tried again by itself; WeChat keeps customers’ messages for three days, none is lost.' }
export const BUSY: LocalText = { zh: '企业微信接口繁忙或调用太频繁；会自动再试。', en: 'The WeChat API is busy, or was called too often; it is tried again by itself.' }
export const BAD_SECRET: LocalText = { zh: '企业 ID 或应用 Secret 不对：请到企业微信管理后台「应用管理 → 自建应用」重新复制 Secret，并核对「我的企业」里的企业 ID。', en: 'The corp id or the app’s secret is wrong: copy the secret anew from “应用管理 → 自建应用” and compare the corp id under “我的企业”.' }
export const IP_NOT_TRUSTED: LocalText = { zh: '企业微信不接受这台机器的 IP：请把网关出口 IP 加到该应用的「企业可信 IP」。', en: 'WeChat does not let this machine’s address in: add the gateway’s outgoing IP to the app’s “企业可信 IP”.' }
export const NOT_ALLOWED: LocalText = { zh: '该应用没有微信客服接口权限：请在「微信客服 → 可调用接口的应用」里勾选它，并把客服账号分配给它。', en: 'The app may not use the 微信客服 API: tick it under “微信客服 → 可调用接口的应用”, and give it the account to manage.' }
export const SYNC_REFUSED: LocalText = { zh: '微信拒绝了拉取消息的请求；会自动再试。若一直如此，请核对客服账号是否仍分配给该应用。', en: 'WeChat refused to hand out messages; it is tried again by itself. If it stays so, see whether the account is still given to the app.' }
export const NO_ACCOUNT: LocalText = { zh: '该应用管理的客服账号里没有所填的这个：请核对客服账号 ID（wk 开头），或留空。', en: 'The app does not manage this account: compare its id (it begins with wk), or leave it empty.' }
export const STRANGE: LocalText = { zh: '接口地址的回应不像企业微信：请核对地址。', en: 'What answers at the API’s address is not WeChat: check the address.' }
export const QUOTA_SPENT: LocalText = { zh: '微信规定顾客每发一条消息后最多回 5 条，额度已用完：等顾客再发消息后才能继续回复，或改用电话、短信联系。', en: 'WeChat allows five messages after each of the customer’s, and they are spent: you can go on when the customer writes again, or reach them by phone.' }
export const TOO_LATE: LocalText = { zh: '顾客最后一条消息已超过 48 小时，微信不再允许主动发送：等顾客再来消息，或改用电话、短信联系。', en: 'The customer’s last message is more than 48 hours old, and WeChat no longer lets a message out: wait until they write again, or reach them by phone.' }
export const SESSION_ENDED: LocalText = { zh: '微信里的这次会话已结束：等顾客再发消息会重新开始。', en: 'The session in WeChat has ended; it begins anew when the customer writes.' }
export const ELSEWHERE: LocalText = { zh: '这位顾客正由企业微信里的同事接待，接口不能代发：请在企业微信里结束人工接待，或由那位同事回复。', en: 'A colleague serves this customer in 企业微信, where the API may not write: end that there, or let them answer.' }
export const BLOCKED: LocalText = { zh: '找不到这位顾客，或顾客已拒收消息。', en: 'The customer is not known there, or does not take messages.' }
export const NOT_TAKEN: LocalText = { zh: '微信不接受这条回复。', en: 'WeChat does not take this reply.' }
export const FILE_REFUSED: LocalText = { zh: '微信不接受这张图片（类型或大小不合要求）。', en: 'WeChat does not take this picture (its kind or size).' }
export const UNDELIVERED: LocalText = { zh: '微信说这条回复没有送到。', en: 'WeChat says that this reply was not delivered.' }
export const NOT_UNDERSTOOD: LocalText = { zh: '微信送来一条读不懂的消息，已原样保留。', en: 'WeChat brought a message that cannot be read; it is kept as it came.' }
export const CALLBACK_NOT_UNDERSTOOD: LocalText = { zh: '微信的一次回调读不懂，已原样保留；消息会照常拉取。', en: 'A callback of WeChat’s cannot be read and is kept as it came; messages are fetched all the same.' }
/** @param sent how many of `all` messages of a reply went out before. */
export const partly = (why: LocalText, sent: number, all: number): LocalText => (sent === 0 ? why : { zh: `这条回复分成 ${all} 条发出，前 ${sent} 条已送出，其余没有：${why.zh}`, en: `The reply went out as ${all} messages; the first ${sent} were sent, the rest not. ${why.en}` })

/** Why a message that had been taken did not arrive, by `fail_type` of the event `msg_send_fail`. */
export const FAIL_TYPES: Readonly<Record<number, LocalText>> = {
  1: { zh: '客服账号已被删除。', en: 'The account was deleted.' }, 2: { zh: '应用已被关闭。', en: 'The app was switched off.' },
  4: TOO_LATE, 5: SESSION_ENDED, 6: QUOTA_SPENT, 8: { zh: '企业主体还没有认证。', en: 'The company is not verified.' }, 10: { zh: '顾客拒收。', en: 'The customer does not take messages.' },
  11: { zh: '企业没有成员登录过企业微信 App。', en: 'No member of the company has signed in to the 企业微信 app.' }, 12: { zh: '消息类型被禁止。', en: 'Messages of this kind are not allowed.' },
}
