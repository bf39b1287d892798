import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { v5 as uuidv5 } from 'uuid'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { AfterSaleCase } from '../../src-shared/domain/case.ts'
import type { DemoCase } from '../../src-shared/domain/demo-cases.ts'
import { conversationIdOf } from '../channels/demo/play-step.ts'
import type { Context } from '../context.ts'
import { keepPicture } from '../files/attachments.ts'
import { appendCustomer } from '../identity.ts'
import { LOG_ID } from '../log.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

const OPENED = 'casesOpened'
const MINUTE_MS = 60_000
/** Namespace of the demo cases' ids, which are the same in every log. */
const NAMESPACE = '0c8a52b0-6a0e-5a5b-8f7d-6d7f1c9a4e21'
/** Who worked on the cases before today. */
const COLLEAGUE = '林悦'

/**
 * Puts the demo shop's open cases into the log, once, with their pictures and the customers they are of: the platform
 * vouches for those.
 * @param load called only where it was not done yet
 */
export async function openCases({ store, files, clock }: Pick<Context, 'store' | 'files' | 'clock'>, picturesDir: string, load: () => Promise<DemoCase[]>): Promise<void> {
  if (await store.read((tx) => tx.meta(OPENED)) !== null) return
  const cases = await load()
  const pictures = new Map<string, Attachment>()
  for (const name of new Set(cases.flatMap((one) => one.pictures))) {
    pictures.set(name, await keepPicture(store, files, await readFile(join(picturesDir, basename(name))), null))
  }
  const now = clock.now()
  await store.write(async (tx) => {
    if (await tx.meta(OPENED) !== null) return
    await tx.setMeta(OPENED, String(now))
    for (const one of cases) await markReturning(tx, now, one)
    for (const customerId of new Set(cases.map((one) => one.customerId))) await appendCustomer(tx, now, customerId)
    for (const one of cases) await tx.append(now, { type: 'case', case: await caseAt(tx, now, one, one.pictures.flatMap((name) => pictures.get(name) ?? [])) })
  })
}

/** Goods that are on their way back, or here: the order says so too. */
async function markReturning(tx: WriteTx, now: number, { kind, state, no, orderNo, asked, openedMinutesAgo }: DemoCase): Promise<void> {
  const order = await tx.order(orderNo)
  if (order === null || kind !== 'return' || (state !== 'goods-coming' && state !== 'to-inspect')) return
  const status = state === 'to-inspect' ? 'inspecting' as const : 'goods-on-way' as const
  await tx.putOrder({ ...order, status: 'refunding', afterSale: { id: no, kind, status, amount: asked, requestedAt: Math.round(now - openedMinutesAgo * MINUTE_MS) } })
}

async function caseAt(tx: ReadTx, now: number, { demoConversation, swap, due, paid, history, openedMinutesAgo, ...same }: DemoCase, pictures: Attachment[]): Promise<AfterSaleCase> {
  const at = (minutesAgo: number): number => Math.round(now - minutesAgo * MINUTE_MS)
  const product = swap && await tx.state('product', swap.productId)
  const variant = product?.type === 'product' ? product.product.variants[swap?.variant ?? 0] : undefined
  const opened = { id: `${same.no}-opened`, at: at(openedMinutesAgo), by: { kind: 'customer' as const, name: '' }, step: 'opened' as const, words: '', reasonCode: null, amount: null, proof: [] }
  return {
    ...same, pictures, id: uuidv5(same.no, NAMESPACE), openedAt: at(openedMinutesAgo),
    conversationId: demoConversation === null ? null : conversationIdOf(await tx.meta(LOG_ID) ?? '', demoConversation),
    swap: swap && variant ? { productId: swap.productId, variant: variant.zh } : null,
    due: due && { at: at(-due.inMinutes), then: due.then },
    paid: paid.map(({ minutesAgo, ...payout }) => ({ ...payout, at: at(minutesAgo) })),
    history: [opened, ...history.map(({ by, minutesAgo, ...step }, n) => ({ ...step, id: `${same.no}-${n}`, at: at(minutesAgo), by: { kind: by, name: by === 'agent' ? COLLEAGUE : '' }, reasonCode: null, proof: [] }))],
    revision: history.length + 1,
  }
}
