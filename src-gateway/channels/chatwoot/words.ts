import type { LocalText } from '../../../src-shared/domain/text.ts'

export const UNREACHABLE: LocalText = { zh: '连不上 Chatwoot 服务器；会自动再试，期间顾客的新消息会晚到，不会丢。', en: 'The Chatwoot server cannot be reached. It is tried again by itself; customers’ messages come late meanwhile, none is lost.' }
export const BUSY: LocalText = { zh: 'Chatwoot 服务器繁忙或出错；会自动再试。', en: 'The Chatwoot server is busy or in trouble; it is tried again by itself.' }
export const TOKEN_REFUSED: LocalText = { zh: 'Chatwoot 不接受访问令牌：请到 Chatwoot「个人资料设置」最下方重新复制令牌，并确认该用户仍在账户内。', en: 'Chatwoot does not accept the access token: copy it anew from the foot of “Profile settings” there, and see that the user still belongs to the account.' }
export const NOT_CHATWOOT: LocalText = { zh: '这个地址没有按 Chatwoot 的方式回应：请填浏览器里打开 Chatwoot 的地址，不带后面的路径。', en: 'This address does not answer as Chatwoot does: give the one that you open Chatwoot at in the browser, without what follows the host.' }
export const NO_ACCOUNT: LocalText = { zh: '这个令牌的用户不在所填的账户里：账户编号是 Chatwoot 网址中 /accounts/ 后面的数字。', en: 'The token’s user does not belong to this account: its number stands behind /accounts/ in Chatwoot’s address.' }
export const NO_INBOX: LocalText = { zh: '这个用户看不到所填的收件箱：请在 Chatwoot 的收件箱设置里把该用户加为成员，或留空收件箱。', en: 'The user cannot see this inbox: add them to it in Chatwoot’s inbox settings, or leave the inbox empty.' }
export const NO_SECRET: LocalText = { zh: '没有填 Webhook 密钥：请从 Chatwoot「集成 → Webhooks」复制；服务器早于 4.11.2 没有密钥时，请打开「接受无签名通知」。', en: 'The webhook’s secret is missing: copy it from “Integrations → Webhooks” in Chatwoot; where the server is older than 4.11.2 and has none, switch on “accept unsigned”.' }
export const GONE: LocalText = { zh: 'Chatwoot 里已没有这个会话，回复无法送达。', en: 'Chatwoot no longer has this conversation; the reply cannot be delivered.' }
export const NOT_TAKEN: LocalText = { zh: 'Chatwoot 不接受这条回复（内容或附件不合要求），请改短或换附件后再发。', en: 'Chatwoot does not take this reply (its words or files): shorten it or send other files.' }
export const UNCLEAR: LocalText = { zh: '连接在发送途中断开；先核对 Chatwoot 里有没有这条回复，没有才会再发。', en: 'The line was cut while sending: Chatwoot is asked first whether it has the reply, and only then is it sent again.' }
export const NOT_UNDERSTOOD: LocalText = { zh: 'Chatwoot 送来一条读不懂的消息，已原样保留。', en: 'Chatwoot brought a message that cannot be read; it is kept as it came.' }
export const UNDELIVERED: LocalText = { zh: 'Chatwoot 说这条回复没有送到顾客那里。', en: 'Chatwoot says that this reply did not reach the customer.' }
