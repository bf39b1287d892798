import { z } from 'zod'
import type { AfterSaleCase, CaseAct } from '../../../src-shared/domain/case.ts'
import type { ActionKind, CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { unsupported, type Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { cny, fenOfYuan } from '../http/amounts.ts'
import { chinaTime } from '../http/china-time.ts'
import { noNews, understood, type News } from '../http/lines.ts'
import { keylessLine, refused } from '../http/keyless.ts'
import { sayOf } from '../http/say-of.ts'
import { windowsOf } from '../http/windows.ts'
import type { ShopHost, ShopKind, ShopLine } from '../shop-kind.ts'
import { createTop, TopSettings } from './client.ts'
import { TOP_FIELDS, TOP_FLAGS, topCustomer, topOrder, TopTrade } from './orders.ts'
import { REFUND_FIELDS, topAfterSale, topCase, TopRefund } from './refunds.ts'

const PAGE = 50
const asksFirst = refused('unsupported', 'customer-asks-first')
const DAY_MS = 24 * 60 * 60 * 1000
const KINDS: ReadonlySet<ActionKind> = new Set<ActionKind>(['refund', 'cancel', 'memo', 'flag'])
const Trades = z.object({ total_results: z.coerce.number().default(0), trades: z.object({ trade: z.array(z.object({ tid: z.coerce.string() })) }).optional() })
const Refunds = z.object({ total_results: z.coerce.number().default(0), refunds: z.object({ refund: z.array(z.unknown()) }).optional() })
const Messages = z.object({ messages: z.object({ tmc_message: z.array(z.object({ id: z.coerce.string(), content: z.string() })) }).optional() })

/** Orders and refunds of Taobao and Tmall. Its writes know no key: what was not heard is looked up. */
function topLine(settings: TopSettings, host: ShopHost): ShopLine {
  const top = createTop(settings, host)
  const { connectionId, clock } = host

  async function trade(tid: string): Promise<TopTrade | null> {
    if (!/^\d{1,25}$/u.test(tid)) return null
    const answer = await top.call('taobao.trade.fullinfo.get', z.object({ trade: z.unknown().optional() }), { fields: TOP_FIELDS, tid }).catch((thrown: unknown) => {
      if (thrown instanceof Error && 'platformCode' in thrown && String(thrown.platformCode).includes('not-exist')) return { trade: undefined }
      throw thrown
    })
    return answer.trade === undefined ? null : TopTrade.parse(answer.trade)
  }
  const refund = async (id: string): Promise<TopRefund> => (await top.call('taobao.refund.get', z.object({ refund: TopRefund }), { fields: REFUND_FIELDS, refund_id: id })).refund
  /** The refund that the trade names, the newest where there are several. */
  async function refundOf(one: TopTrade): Promise<TopRefund | null> {
    const ids = one.orders.order.flatMap(({ refund_id: id, refund_status: status }) => (id && id !== '0' && status !== 'NO_REFUND' ? [id] : []))
    const last = ids.at(-1)
    return last === undefined ? null : refund(last)
  }
  async function whole(no: string): Promise<{ trade: TopTrade; refund: TopRefund | null; order: Order } | null> {
    const found = await trade(no)
    if (found === null) return null
    const asked = await refundOf(found)
    return { trade: found, refund: asked, order: topOrder(connectionId, found, asked && topAfterSale(asked)) }
  }

  /** Pages from the last to the first: what changes while we read moves to the end, and nothing slips past us. */
  async function* backwards<T>(count: () => Promise<number>, page: (no: number) => Promise<T[]>): AsyncGenerator<T[]> {
    for (let no = Math.ceil(await count() / PAGE); no >= 1; no--) yield page(no)
  }
  async function* changes(from: number, to: number): AsyncGenerator<News> {
    for (const window of windowsOf(from, to, DAY_MS)) {
      const span = { start_modified: chinaTime(window.from), end_modified: chinaTime(window.to), page_size: PAGE }
      const sold = (page_no: number, use_has_next: boolean): Promise<z.infer<typeof Trades>> => top.call('taobao.trades.sold.increment.get', Trades, { ...span, fields: 'tid', page_no, use_has_next })
      for await (const tids of backwards(async () => (await sold(1, false)).total_results, async (no) => (await sold(no, true)).trades?.trade ?? [])) {
        const news = noNews()
        for (const { tid } of tids) {
          const found = await whole(tid)
          if (found) news.orders.push({ order: found.order, customer: topCustomer(connectionId, found.trade) })
        }
        yield news
      }
      const received = (page_no: number, use_has_next: boolean): Promise<z.infer<typeof Refunds>> => top.call('taobao.refunds.receive.get', Refunds, { ...span, fields: 'refund_id,tid', page_no, use_has_next })
      for await (const list of backwards(async () => (await received(1, false)).total_results, async (no) => (await received(no, true)).refunds?.refund ?? [])) {
        const news = noNews()
        for (const raw of list) {
          const named = understood(z.object({ refund_id: z.coerce.string() }), raw, '', news)
          const one = named && await refund(named.refund_id)
          const found = one && await whole(one.tid)
          if (!found) continue
          news.orders.push({ order: found.order, customer: topCustomer(connectionId, found.trade) })
          news.cases.push(topCase(connectionId, one, found.trade))
        }
        yield news
      }
    }
  }

  /** `refund_id|fen|version|phase`; the phase is Tmall's. A code that the platform sends to the seller's phone is not asked for. */
  async function agree(one: TopRefund): Promise<Performed> {
    const infos = [one.refund_id, String(fenOfYuan(one.refund_fee)), one.refund_version ?? '', ...(settings.tmall ? [one.refund_phase ?? ''] : [])].join('|')
    const { succ, msg_code: code } = await top.call('taobao.rp.refunds.agree', z.object({ succ: z.coerce.string().default('true'), msg_code: z.string().optional() }), { refund_infos: infos }, true)
    return succ === 'true' ? { state: 'done', reference: one.refund_id, pays: cny(fenOfYuan(one.refund_fee)) } : refused('shop', code ?? 'agree')
  }
  async function write(action: CommerceAction, found: NonNullable<Awaited<ReturnType<typeof whole>>>): Promise<Performed> {
    const { tid } = found.trade
    switch (action.kind) {
      case 'memo': case 'flag': {
        const memo = action.kind === 'memo' ? { memo: [found.trade.seller_memo, action.text].filter(Boolean).join('\n') } : { flag: Math.max(0, TOP_FLAGS.indexOf(action.flag ?? 'grey')) }
        await top.call('taobao.trade.memo.update', z.unknown(), { tid, ...memo }, true)
        return { state: 'done', reference: null, pays: null }
      }
      case 'refund': {
        if (!found.refund) return refused('unsupported', 'customer-asks-first')
        if (found.refund.status !== 'WAIT_SELLER_AGREE' && found.refund.status !== 'WAIT_SELLER_CONFIRM_GOODS') return refused('state', `refund:${found.refund.status}`)
        return fenOfYuan(found.refund.refund_fee) === action.amount.amount ? agree(found.refund) : refused('amount', `asked:${fenOfYuan(found.refund.refund_fee)}`)
      }
      case 'cancel': {
        if (!found.refund) return asksFirst
        const param = { tid, oid: found.refund.oid, refund_id: found.refund.refund_id, refund_fee: fenOfYuan(found.refund.refund_fee), status: 'SUCCESS', operate_time: chinaTime(clock.now()), msg: '' }
        await top.call('taobao.rdc.aligenius.sendgoods.cancel', z.unknown(), { param: JSON.stringify(param) }, true)
        return { state: 'done', reference: found.refund.refund_id, pays: null }
      }
      default: return unsupported(action.kind)
    }
  }
  async function decide(one: AfterSaleCase, act: CaseAct): Promise<Performed> {
    const now = await refund(one.no)
    const done: Performed = { state: 'done', reference: one.no, pays: null }
    if (act.kind === 'ask') {
      await top.call('taobao.refund.message.add', z.unknown(), { refund_id: one.no, content: act.words }, true)
      return done
    }
    if (act.kind === 'refuse') {
      if (settings.tmall) return refused('unsupported', 'picture-needed')
      await top.call('taobao.refund.refuse', z.unknown(), { refund_id: one.no, refuse_message: act.words.slice(0, 200), refund_phase: now.refund_phase, refund_version: now.refund_version }, true)
      return done
    }
    if (act.kind === 'approve' && act.amount !== null && act.amount.amount !== fenOfYuan(now.refund_fee)) return refused('amount', `asked:${fenOfYuan(now.refund_fee)}`)
    if (act.kind === 'approve' && one.kind === 'return' && one.state === 'to-decide') {
      await top.call('taobao.rp.returngoods.agree', z.unknown(), { refund_id: one.no, refund_phase: now.refund_phase, refund_version: now.refund_version }, true)
      return done
    }
    if (act.kind === 'approve' || (act.kind === 'inspected' && act.ok)) return agree(now)
    return refused('unsupported', `case:${act.kind}`)
  }

  return {
    ...keylessLine({
      kinds: KINDS, whole, write, why: ({ kind }, { refund: asked }) => (kind === 'cancel' && !asked ? asksFirst : null),
      customer: async (no) => {
        const found = await trade(no)
        return found && topCustomer(connectionId, found)
      },
    }),
    changes, decide,
    logistics: async () => null,
    case: async (no, orderNo) => {
      const found = await trade(orderNo)
      return found && topCase(connectionId, await refund(no), found)
    },
    /** TMC: taken in portions, confirmed only when they are kept (`s_message_ids`); an empty queue ends the turn. */
    consume: async (keep) => {
      for (;;) {
        const messages = (await top.call('taobao.tmc.messages.consume', Messages, { quantity: 100 })).messages?.tmc_message ?? []
        if (messages.length === 0) return
        await keep(messages.flatMap(({ content }) => /"tid":"?(\d+)/u.exec(content)?.[1] ?? []))
        await top.call('taobao.tmc.messages.confirm', z.unknown(), { s_message_ids: messages.map(({ id }) => id).join(',') })
      }
    },
  }
}

export const taobao: ShopKind<TopSettings> = {
  form: {
    kind: 'taobao', title: { zh: '淘宝 / 天猫', en: 'Taobao / Tmall' }, about: { zh: '订单、退款、备注；聊天仍在千牛里', en: 'Orders, refunds and memos; the chat stays in Qianniu' },
    steps: [{ zh: '在淘宝开放平台创建应用并申请订单、退款和消息服务权限，用子账号授权，填入令牌。同意退款只允许子账号。', en: 'Create an app on the Taobao open platform, ask for the order, refund and message permissions, authorise it with a sub-account and enter the token. Only sub-accounts may agree to refunds.' }],
    fields: [
      { name: 'appKey', label: { zh: 'App Key', en: 'App key' }, type: 'text', required: true },
      { name: 'appSecret', label: { zh: 'App Secret', en: 'App secret' }, type: 'secret', required: true },
      { name: 'session', label: { zh: '授权令牌（session）', en: 'Token (session)' }, type: 'secret', required: true },
      { name: 'tmall', label: { zh: '天猫店铺', en: 'A Tmall shop' }, type: 'yes-no', initial: false },
    ],
  },
  settings: TopSettings,
  test: async (settings, host) => {
    try {
      const now = host.clock.now()
      await createTop(settings, host).call('taobao.trades.sold.increment.get', Trades, { fields: 'tid', start_modified: chinaTime(now - 60_000), end_modified: chinaTime(now), page_no: 1, page_size: 1, use_has_next: false })
      return null
    } catch (thrown) {
      return sayOf(thrown)
    }
  },
  create: topLine,
}
