import { v7 as newId } from 'uuid'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import type { TicketFields } from '../../src-shared/domain/ticket.ts'
import { until } from '../e2e/support/app.ts'
import type { TestGateway } from '../e2e/support/gateway.ts'
import { connectSeat, joinTeam, type Caller, type Member } from '../e2e/support/team.ts'
import type { Language } from './album.ts'

/** So many customers of the demo's peak have come before it is paused. */
const CUSTOMERS = 24
/** Well within the time that a seat counts as here, in milliseconds. */
const TELL_EVERY_MS = 10_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Waiting { id: string; lastSeq: number; lastText: string }
interface Colleague extends Member { name: string; seat: Caller }
export interface TeamDay { close: () => void }

const WORDS = {
  'zh-CN': {
    held: '非常抱歉给您添麻烦了。这次先给您退 320 元，退款 24 小时内原路返回，收到后请告诉我一声。', over: '超过 ¥200.00，需要主管审核。', fact: '订单实付 ¥459.00，已签收 3 天', second: '亲，这种情况我们可以直接给您补偿 260 元。',
    replies: ['您好，我在，马上帮您查。', '已经联系仓库了，查到马上回复您。', '好的，请稍等，我看一下订单。'],
    tickets: [['给顾客补寄漏发的配件', 'quality'], ['催中通找件：郑州停滞五天', 'parcel'], ['专票抬头开错，重开', 'invoice'], ['差评承诺的回访电话', 'complaint'], ['洗衣机上门检测改约周六上午', 'repair'], ['退款到账核实（花呗）', 'refund']],
    summary: '顾客 3 月 1 日签收，开箱发现少一条充电线，已发照片。答应两天内补寄，运费我们出。', comment: '仓库说明天下午能发。',
  },
  'en-US': {
    held: 'I am very sorry about this. I will refund ¥320 now; it is back on your card within 24 hours.', over: 'More than ¥200.00: a supervisor looks at it.', fact: 'Paid ¥459.00, delivered 3 days ago', second: 'We can offer you ¥260 as compensation straight away.',
    replies: ['Hello, I am here and looking it up for you.', 'I have asked the warehouse and will write as soon as I know.', 'One moment please, I am opening your order.'],
    tickets: [['Send the missing part after', 'quality'], ['Trace with ZTO: five days in Zhengzhou', 'parcel'], ['Invoice made out to the wrong company', 'invoice'], ['Call back about the review', 'complaint'], ['Washing machine: move the visit to Saturday', 'repair'], ['Check that the refund has arrived', 'refund']],
    summary: 'Delivered on 1 March, a charging cable was missing, with a photo. We promised to send it within two days at our cost.', comment: 'The warehouse can send it tomorrow afternoon.',
  },
} as const

/** Every customer whose last words are their own. */
async function waitingCustomers(seat: Caller): Promise<Waiting[]> {
  const last = new Map<string, { seq: number; text: string; isCustomer: boolean }>()
  for (let page: string | null = null; ;) {
    const { changes, next }: { changes: readonly unknown[]; next: string | null } = await seat.call('snapshot', { page })
    for (const change of changes as { type: string; message?: { conversationId: string; seq: number; text: string; author: { kind: string } } }[]) {
      if (change.type !== 'message' || !change.message) continue
      const { conversationId, seq, text, author } = change.message
      if ((last.get(conversationId)?.seq ?? 0) < seq) last.set(conversationId, { seq, text, isCustomer: author.kind === 'customer' })
    }
    if (next === null) break
    page = next
  }
  return [...last].flatMap(([id, { seq, text, isCustomer }]) => (isCustomer ? [{ id, lastSeq: seq, lastText: text }] : []))
}

/** Three colleagues without a window: two work, one is away. Whoever looks on has room for nobody. */
async function colleaguesOf(gateway: TestGateway): Promise<Colleague[]> {
  const people = [{ name: '小雨', languages: ['zh'], capacity: 14 }, { name: '林晨', languages: ['zh'], capacity: 20 }, { name: 'Dana Wu', languages: ['en', 'de'], capacity: 6 }]
  const admin = await connectSeat(gateway, 'admin-of-the-test')
  await admin.call('people.put', { id: newId(), accountId: LOCAL_ACCOUNT_ID, change: { capacity: 0 } })
  admin.close()
  const colleagues: Colleague[] = []
  for (const person of people) {
    const member = await joinTeam(gateway, `desk-of-${person.name}`.replaceAll(/[^\w-]/g, (letter) => letter.codePointAt(0)?.toString(16) ?? ''), { role: 'agent', ...person, skills: ['refund'] })
    colleagues.push({ ...member, name: person.name, seat: await connectSeat({ seatUrl: gateway.seatUrl, token: member.token }, member.seatId) })
  }
  return colleagues
}

/** Takes a customer, by whichever of them it may be. */
async function taken(conversationId: string, colleagues: readonly Colleague[]): Promise<Colleague | null> {
  for (const one of colleagues) {
    const { routing } = await one.seat.call('routing.answer', { id: newId(), conversationId, name: one.name, accept: true, reason: '' })
    if (routing.to?.id === one.seatId && routing.state === 'taken') return one
  }
  return null
}

/** A busy day of a team: the demo's peak, two agents who work it, replies that wait for a supervisor, tickets. The demo is paused at its end. */
export async function teamDay(gateway: TestGateway, language: Language): Promise<TeamDay> {
  const words = WORDS[language]
  const colleagues = await colleaguesOf(gateway)
  const tell = () => void colleagues.forEach(({ seat, name }, n) => void seat.call('presence.tell', { state: n === 2 ? 'away' : 'available', conversationId: null, name }).catch(() => undefined))
  tell()
  const timer = setInterval(tell, TELL_EVERY_MS)
  const close = () => {
    clearInterval(timer)
    for (const { seat } of colleagues) seat.close()
  }
  const [yu, lin] = colleagues
  if (!yu || !lin) throw new Error('two colleagues work')
  try {
    const waiting = await until(async () => {
      const all = await waitingCustomers(yu.seat)
      return all.length >= CUSTOMERS ? all : null
    }, 120_000, 'the customers of the peak')
    await yu.seat.call('demo', { action: 'pause' })
    const asked: { customer: Waiting; by: Colleague }[] = []
    for (const [n, customer] of waiting.entries()) {
      if (n % 5 === 4) continue
      const holder = await taken(customer.id, n % 2 === 0 ? [yu, lin] : [lin, yu])
      if (holder === null) continue
      const { seat, name } = holder
      const text = words.replies[n % 3] ?? ''
      if (n % 3 === 0) await seat.call('send', { id: newId(), conversationId: customer.id, text, attachments: [], author: { kind: 'agent', name }, basedOnSeq: customer.lastSeq })
      else asked.push({ customer, by: holder })
    }
    for (const [n, text] of [words.held, words.second].entries()) {
      const one = asked[n * 2]
      if (!one) continue
      const { customer, by } = one
      await by.seat.call('review.ask', {
        id: newId(), conversationId: customer.id, subject: { kind: 'reply', text, attachments: [] }, basedOnSeq: customer.lastSeq, name: by.name,
        why: [{ rule: 'review.over', say: { zh: words.over, en: words.over } }], facts: [{ zh: words.fact, en: words.fact }], findings: [],
      })
    }
    await makeTickets(colleagues, waiting, language)
  } catch (error) {
    close()
    throw error
  }
  return { close }
}

async function makeTickets(colleagues: readonly Colleague[], customers: readonly Waiting[], language: Language): Promise<void> {
  const { tickets, summary, comment } = WORDS[language]
  const dueIn = [-3 * HOUR, 2 * HOUR, DAY, 3 * HOUR, 2 * DAY, -DAY]
  const priorities: readonly TicketFields['priority'][] = ['urgent', 'high', 'normal', 'normal', 'low', 'normal']
  for (const [n, [title, kind]] of tickets.entries()) {
    const by = colleagues[n % 2]
    const owner = colleagues[n % 3]
    if (!by || !owner) continue
    const now = Date.now()
    const { ticket } = await by.seat.call('ticket.make', {
      id: newId(), conversationId: customers[n]?.id ?? null, orderNo: n % 2 === 0 ? '2188340610072265' : null, caseId: null, title, kind, summary,
      owner: n === 4 ? null : { kind: 'account', id: owner.accountId, name: owner.name }, dueAt: now + (dueIn[n] ?? DAY), priority: priorities[n] ?? 'normal', state: 'open', name: by.name, at: now,
    })
    if (n === 0) await owner.seat.call('ticket.comment', { id: newId(), ticketId: ticket.id, text: comment, name: owner.name, at: now })
    if (n === 3) await owner.seat.call('ticket.change', { id: newId(), ticketId: ticket.id, change: { state: 'waiting' }, name: owner.name, at: now })
    if (n === 5) await owner.seat.call('ticket.change', { id: newId(), ticketId: ticket.id, change: { state: 'done' }, name: owner.name, at: now })
  }
}
