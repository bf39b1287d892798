import { z } from 'zod'

const text = z.string().nullish().catch(null)
const ofMedia = z.object({ media_id: z.string().min(1) }).nullish().catch(null)
/** Who a message is from, by `origin`. */
const ORIGINS: Readonly<Record<number, 'customer' | 'system' | 'servicer'>> = { 3: 'customer', 4: 'system', 5: 'servicer' }

const KfMessage = z.object({
  msgid: z.string().min(1), open_kfid: text, external_userid: text, send_time: z.number().nonnegative(), origin: z.number().int(), servicer_userid: text, msgtype: z.string(),
  text: z.object({ content: z.string() }).nullish().catch(null), image: ofMedia, voice: ofMedia, video: ofMedia, file: ofMedia,
  location: z.object({ latitude: z.number(), longitude: z.number(), name: text, address: text }).nullish().catch(null),
  link: z.object({ title: text, desc: text, url: text }).nullish().catch(null),
  business_card: z.object({ userid: text }).nullish().catch(null),
  miniprogram: z.object({ title: text, appid: text, pagepath: text }).nullish().catch(null),
  channels_shop_product: z.object({ title: text, sales_price: text, shop_nickname: text, product_id: text }).nullish().catch(null),
  channels_shop_order: z.object({ order_id: text, product_titles: text, price_wording: text, state: text }).nullish().catch(null),
  event: z.object({
    event_type: z.string(), open_kfid: text, external_userid: text, fail_msgid: text, fail_type: z.number().int().nullish().catch(null),
  }).nullish().catch(null),
})

/** What stands for a message whose kind cannot be shown. */
const unshown = (kind: string) => `［顾客发来一条${kind}，请在微信客服里查看］`

export interface KfContent { kind: 'content'; msgid: string; openKfId: string; externalUserId: string; at: number; from: 'customer' | 'servicer'; servicerId: string | null; text: string; media: { id: string; kind: 'image' | 'voice' | 'video' | 'file' } | null }
export interface KfFailure { kind: 'failure'; openKfId: string; externalUserId: string; msgid: string; failType: number }
/** `nothing`: well understood, and of no concern to the desk (somebody came in, a session changed hands). */
export type KfItem = KfContent | KfFailure | { kind: 'nothing' }

/** One entry of `sync_msg` (document/path/94670). @returns null: it cannot be read. */
export function readKfMessage(raw: unknown): KfItem | null {
  const parsed = KfMessage.safeParse(raw)
  if (!parsed.success) return null
  const message = parsed.data
  const openKfId = message.open_kfid ?? message.event?.open_kfid ?? ''
  const externalUserId = message.external_userid ?? message.event?.external_userid ?? ''
  if (message.msgtype === 'event') {
    if (!message.event) return null
    if (message.event.event_type !== 'msg_send_fail') return { kind: 'nothing' }
    return message.event.fail_msgid ? { kind: 'failure', openKfId, externalUserId, msgid: message.event.fail_msgid, failType: message.event.fail_type ?? 0 } : null
  }
  const origin = ORIGINS[message.origin]
  if (origin === undefined || openKfId === '' || externalUserId === '') return null
  if (origin === 'system') return { kind: 'nothing' }
  const media = mediaOf(message)
  return {
    kind: 'content', msgid: message.msgid, openKfId, externalUserId, at: Math.round(message.send_time * 1000), from: origin, servicerId: message.servicer_userid ?? null,
    text: media === null ? wordsOf(message) : '', media,
  }
}

function mediaOf(message: z.infer<typeof KfMessage>): KfContent['media'] {
  for (const kind of ['image', 'voice', 'video', 'file'] as const) {
    const media = message[kind]
    if (message.msgtype === kind && media) return { id: media.media_id, kind }
  }
  return null
}

const joined = (...parts: (string | null | undefined)[]) => parts.filter((part) => typeof part === 'string' && part !== '').join(' ')

function wordsOf(message: z.infer<typeof KfMessage>): string {
  const { location, link, business_card: card, miniprogram, channels_shop_product: product, channels_shop_order: order } = message
  if (message.msgtype === 'text' && message.text) return message.text.content
  if (message.msgtype === 'location' && location) return `📍 ${joined(location.name, location.address, `(${location.latitude}, ${location.longitude})`)}`
  if (message.msgtype === 'link' && link) return joined('［链接］', link.title, link.desc, link.url)
  if (message.msgtype === 'business_card' && card) return joined('［名片］', card.userid)
  if (message.msgtype === 'miniprogram' && miniprogram) return joined('［小程序］', miniprogram.title)
  if (message.msgtype === 'channels_shop_product' && product) return joined('［商品］', product.title, product.shop_nickname)
  if (message.msgtype === 'channels_shop_order' && order) return joined('［订单］', order.order_id, order.product_titles, order.price_wording, order.state)
  return unshown(`类型为 ${message.msgtype.slice(0, 40)} 的消息`)
}

const LOST: Record<NonNullable<KfContent['media']>['kind'], string> = { image: '图片', voice: '语音', video: '视频', file: '文件' }
/** What stands for a picture, voice, film or file whose bytes are not to be had. */
export const lostMedia = (kind: NonNullable<KfContent['media']>['kind']): string => unshown(LOST[kind])
