import type { InboxRow, Thread, ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'

/** The element there; made-up data is known to have it. */
export function pick<T>(list: readonly T[], at: number): NonNullable<T> {
  const found = list[at]
  if (found === undefined || found === null) throw new Error(`nothing at ${at}`)
  return found
}

/** Made-up customers for looking at the window. Times are minutes ago. */
const NOW = Date.now()
export const ago = (minutes: number) => Math.round(NOW - minutes * 60_000)
export const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

const CALM: Verdict = {
  language: { code: 'zh', confidence: 1 }, topics: [], acts: [], marks: [], emotion: { label: 'calm', level: 0, scores: {} },
  dissatisfaction: 0, anger: 0, urgency: 0, escalation: 0, entities: [], evidence: [],
}

type Line = [from: 'c' | 'a' | 'p', minutes: number, text: string, extra?: Partial<ThreadMessage>]

interface Case {
  name: string
  row: Partial<InboxRow>
  lines: Line[]
  thread?: Partial<Thread>
  draft?: string
}

function angryAt(text: string, ...words: string[]): Partial<ThreadMessage> {
  const evidence = words.map((w) => {
    const start = [...text.slice(0, text.indexOf(w))].length
    return { start, end: start + [...w].length, why: 'abuse' }
  })
  return { verdict: { ...CALM, emotion: { label: 'angry', level: 3, scores: {} }, anger: 0.9, escalation: 0.9, evidence } }
}

const ZTO: NonNullable<Order['logistics']> = {
  carrier: { zh: '中通快递', en: 'ZTO Express' }, trackingNo: '78912345678901', status: 'stuck', etaAt: null,
  events: [{ at: ago(3 * 1440), text: { zh: '【嘉兴转运中心】已到达', en: 'Arrived at the Jiaxing hub' } }],
}
const earbuds: Order = {
  no: '2188340991226675', customerId: 'c001', status: 'shipped',
  items: [{ productId: 'p1', title: { zh: '云雀 Pro 主动降噪蓝牙耳机', en: 'Skylark Pro noise-cancelling earbuds' }, variant: { zh: '曜石黑', en: 'Obsidian black' }, quantity: 1, price: { amount: 39900, currency: 'CNY' } }],
  total: { amount: 37900, currency: 'CNY' }, placedAt: ago(6 * 1440), paidAt: ago(6 * 1440), promisedShipBy: ago(4 * 1440), shippedAt: ago(5 * 1440), deliveredAt: null,
  address: { name: '周明', phone: '138****6675', region: '浙江省杭州市', detail: '西湖区文三路' },
  logistics: ZTO,
  afterSale: null, memo: '',
}
const kettle: Order = {
  ...earbuds, no: '2188340991229903', status: 'refunding',
  items: [{ productId: 'p2', title: { zh: '轻煮 1.7L 电热水壶', en: 'Simmer 1.7 l kettle' }, variant: { zh: '米白', en: 'Cream' }, quantity: 2, price: { amount: 15900, currency: 'CNY' } }],
  total: { amount: 31800, currency: 'CNY' }, placedAt: ago(12 * 1440),
  logistics: { ...ZTO, status: 'delivered', trackingNo: 'SF1402233445566', carrier: { zh: '顺丰速运', en: 'SF Express' }, events: [{ at: ago(9 * 1440), text: { zh: '已签收，签收人：本人', en: 'Delivered, signed by the recipient' } }] },
  afterSale: { id: 'as1', kind: 'return', status: 'inspecting', amount: { amount: 15900, currency: 'CNY' }, requestedAt: ago(2 * 1440) },
}

export const ANGRY_TEXT = '五天了物流一动不动，你们是不是骗子？再不处理我直接打12315！'
const RISK_TEXT = '明天还不退款就打12315，谢谢'
export const CASES: Case[] = [
  {
    name: '周明', row: { section: 'needs-you', chip: 'angry', waitingSince: ago(3.6), emotionLevel: 3, escalation: 0.92, topics: ['logistics_stuck'], marks: ['threat_authority'], draft: 'ready' },
    lines: [
      ['c', 1500, '你好，我的耳机到哪了'], ['p', 1499.8, '您好，您的包裹已到嘉兴转运中心，预计两天内送达。'], ['c', 1498, '好的谢谢'],
      ['c', 14, '怎么还在嘉兴？都三天了'], ['a', 12, '您好周先生，我马上帮您催一下快递，有消息第一时间告诉您。'],
      ['c', 3.6, ANGRY_TEXT, angryAt(ANGRY_TEXT, '骗子', '打12315')],
    ],
    thread: { orders: [earbuds, kettle], flag: { level: 3, messageId: idOf(6), quotes: [{ text: '骗子', why: 'mark.abuse' }, { text: '打12315', why: 'threat.authority' }], evidence: [{ start: 15, end: 17, why: 'mark.abuse' }, { start: 24, end: 30, why: 'threat.authority' }], marks: ['threat_authority'] } },
    draft: '周先生，让您等了五天，确实是我们没跟好，抱歉。包裹 78912345678901 三天前到嘉兴后没有再更新，我现在就给中通发起催件。明天 18:00 前还没动，我们给您重发一副，不用您再来问。',
  },
  {
    name: 'Emma Thompson', row: { section: 'needs-you', chip: 'held', waitingSince: ago(2.2), emotionLevel: 1, escalation: 0.3, topics: ['refund_progress'], language: 'en', draft: 'ready' },
    lines: [
      ['c', 30, "Hi! I returned the kettle last week. When do I get my money back? Tracking: https://track.example.com/SF1402233445566"], ['a', 25, 'Hello Emma, let me look that up for you.'],
      ['a', 3, 'Your return reached us on Monday and is being inspected. The refund usually follows within two days.', { delivery: 'held', holdReason: 'newer-message', seq: null }],
      ['c', 2.2, 'Also, the lid was cracked when it arrived, I can send a photo'],
    ],
    thread: { orders: [kettle] }, draft: "I'm sorry about the cracked lid, Emma. Please send the photo here. Your return is being inspected now; the refund of ¥159.00 goes out once that is done.",
  },
  { name: 'محمد الأحمد', row: { section: 'needs-you', waitingSince: ago(1.2), topics: ['where_is_order'], language: 'ar', draft: 'streaming' }, lines: [['c', 1.2, 'مرحبا، أين طلبي رقم 2188340991226675؟ شكرا 🙏']], draft: 'مرحبًا، طلبك في الطريق إليك الآن.' },
  { name: '欧阳娜娜的小仙女专用采购账号（备用）', row: { section: 'needs-you', waitingSince: ago(0.4), topics: ['invoice_request'] }, lines: [['c', 0.4, '麻烦帮我开一张电子发票，抬头是杭州云栖小镇信息技术有限公司，税号稍后发您，谢谢啦😊😊']] },
  { name: 'Jürgen Müller-Lüdenscheidt', row: { section: 'needs-you', chip: 'queued', waitingSince: ago(0.1), language: 'de' }, lines: [['c', 5, 'Donaudampfschifffahrtsgesellschaftskapitänsmützenbefestigungsschraube fehlt!'], ['a', 0.2, 'We are sorry about the missing screw; we send one tomorrow.', { delivery: 'queued', seq: null }]] },
  { name: '林晓', row: { section: 'autopilot', chip: 'autopilot', waitingSince: ago(0.3), topics: ['where_is_order'] }, lines: [['c', 0.3, '到哪了'], ['p', 0.1, '您好，您的包裹正在派送中，快递员今天会联系您。', { delivery: 'undo', seq: null }]], thread: { orders: [{ ...earbuds, logistics: { ...ZTO, status: 'out-for-delivery' } }] } },
  { name: '吴桐', row: { section: 'waiting-for-customer', topics: ['return_howto'] }, lines: [['c', 40, '怎么退货呀'], ['a', 38, '您在订单里点“申请售后”，选退货，上门取件即可。']] },
  { name: 'Sofia García', row: { section: 'waiting-for-customer', language: 'es' }, lines: [['c', 90, '¿Tienen este modelo en azul?'], ['a', 86, 'Sí, llega la próxima semana.']] },
  { name: '陈默', row: { section: 'waiting-for-customer' }, lines: [['c', 120, '[图片]'], ['a', 118, '收到您的照片，我们核实一下。']] },
  { name: '赵敏', row: { section: 'done' }, lines: [['c', 300, '谢谢，问题解决了'], ['a', 299, '不客气，祝您生活愉快！']] },
  { name: 'Oliver Brown', row: { section: 'done', language: 'en' }, lines: [['c', 400, 'Perfect, thanks a lot!']] },
  { name: '孙悦', row: { section: 'done' }, lines: [['c', 500, '好的'], ['a', 499, '感谢您的耐心。']] },
  { name: '何静', row: { section: 'needs-you', chip: 'angry', waitingSince: ago(1.5), emotionLevel: 1, marks: ['threat_authority'], topics: ['refund_progress'] }, lines: [['c', 1.5, RISK_TEXT]], thread: { flag: { level: 1, messageId: idOf(12001), quotes: [{ text: '打12315', why: 'threat.authority' }], evidence: [{ start: 6, end: 12, why: 'threat.authority' }], marks: ['threat_authority'] } } },
]

function messagesOf(entry: Case, conversationId: string, n: number): ThreadMessage[] {
  let seq = 0
  const messages = entry.lines.map(([from, minutes, text, extra], at): ThreadMessage => ({
    id: idOf(n * 1000 + at + 1), conversationId, author: from === 'c' ? { kind: 'customer', id: 'c', name: entry.name } : from === 'a' ? { kind: 'agent', id: 's', name: '小雅' } : { kind: 'autopilot', id: 's', name: 'Deskmate' },
    text, attachments: [], at: ago(minutes), delivery: from === 'c' ? 'received' : 'sent', holdReason: null, verdict: from === 'c' ? CALM : null,
    ...extra, seq: extra && 'seq' in extra ? null : ++seq,
  }))
  return messages.sort((a, b) => (a.seq ?? 1e9) - (b.seq ?? 1e9))
}

/** Row and thread of one made-up case. */
export function build(entry: Case, n: number): Thread {
  const id = idOf(n)
  const messages = messagesOf(entry, id, n)
  const verified = entry.thread?.orders !== undefined
  const last = pick([entry.lines.findLast(([, , , extra]) => !extra?.delivery || extra.delivery === 'received')], 0)
  const row: InboxRow = {
    id, displayName: entry.name, channel: n % 2 ? 'web' : 'demo', verification: verified ? 'token' : 'none', lastLine: last[2], lastBy: last[0] === 'c' ? 'customer' : 'desk', lastAt: ago(last[1]), lastSeq: messages.length,
    waitingSince: null, clock: null, snooze: null, section: 'done', chip: null, emotionLevel: 0, escalation: 0, topics: [], marks: [], language: 'zh', draft: 'none', flagged: entry.row.chip === 'angry', flagDismissed: false, ...entry.row,
  }
  return {
    conversation: { id, shopId: 's1', channel: row.channel, displayName: entry.name, customerId: verified ? 'c001' : null, verification: row.verification, status: row.section === 'done' ? 'resolved' : 'open', assignee: null, createdAt: ago(2000), updatedAt: row.lastAt },
    row: { ...row, clock: row.waitingSince === null ? null : { startedAt: row.waitingSince, warnAt: row.waitingSince + 108_000, dueAt: row.waitingSince + 180_000, rule: { id: 'shop', say: { zh: '3 分钟内回复', en: 'Answer within 3 minutes' } } } },
    messages, more: false, draft: null, unsent: '', unsentParts: { attachments: [], quote: null }, readSeq: 0, run: null, flag: null, orders: [], aboutOrder: null, marksWaiting: [], notes: [], unsentNote: '', resolutions: [],
    history: { conversations: 3, bought: 4, spent: [{ amount: 128_800, currency: 'CNY' }], moods: [0, 0, 1, 2, 1, 3], promise: null },
    customer: verified ? { id: 'c001', name: entry.name, language: row.language, level: 'gold', phone: '138****6675', since: ago(700 * 1440), note: n === 0 ? '上次丢件补发过一次' : '' } : null,
    articles: [
      { id: 'a1', title: { zh: '物流停滞怎么处理', en: 'What to do when a parcel stands still' }, body: { zh: '超过 48 小时没有更新，先向快递发起催件；超过 5 天可以补发。', en: 'No update for 48 hours: ask the carrier. After five days a parcel may be sent again.' }, audience: 'customer' },
      { id: 'a2', title: { zh: '补发的额度', en: 'Limits for sending again' }, body: { zh: '500 元以下客服可直接补发。', en: 'Up to 500 yuan an agent may decide.' }, audience: 'internal' },
    ],
    ...entry.thread,
  }
}
