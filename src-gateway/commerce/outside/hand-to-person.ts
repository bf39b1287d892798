import { v5 as uuidv5 } from 'uuid'
import type { Intent } from '../../store/shops.ts'
import type { WriteTx } from '../../store/store.ts'

const NAMESPACE = '5b0d0c0e-2f9f-5c52-9c9e-7a0f5a3f2f10'
/** Named as its author; no seat has this id, so nobody changes the note. */
const AUTHOR = { id: 'gateway', name: 'Deskmate' }

/** Nobody can say whether it was done: a person has to look at the shop. The conversation says so, in both languages. */
export async function handToPerson(tx: WriteTx, now: number, intent: Intent): Promise<void> {
  await tx.shops.putIntent({ ...intent, step: 'unsure', claim: null })
  const conversationId = intent.effect?.conversationId ?? null
  const atWarehouse = intent.warehouse?.state === 'asking'
  const [where, what] = atWarehouse ? ['仓库系统', 'the warehouse'] : ['店铺', 'the shop']
  await note(tx, now, conversationId, intent.id, `订单 ${intent.orderNo}：${where}没有说清楚上一步是否已执行，请到${where}后台核对，再在“团队，店铺”里记下结果。核对之前不会再做一次。\nOrder ${intent.orderNo}: ${what} does not say whether the last step was done. Please look in ${what} itself and note what you find under Team, Shops. It is not done again before that.`)
}

/** The warehouse has stopped or changed it and the platform said no: somebody has to bring the two together. */
export async function tellHalfDone(tx: WriteTx, now: number, { id, orderNo, effect }: Intent): Promise<void> {
  await note(tx, now, effect?.conversationId ?? null, `${id}/half`, `订单 ${orderNo}：仓库已经照办，但平台没有通过。请到平台后台处理；如果不再需要，请在仓库系统里恢复这个订单，否则它不会发货，或会发到新地址。\nOrder ${orderNo}: the warehouse did it, the platform refused. Please settle it in the platform; if it is no longer wanted, put the order back in the warehouse’s system, or it stays there or goes to the new address.`)
}

/** A note of the gateway's own in the conversation that it is about, once under its name. */
async function note(tx: WriteTx, now: number, conversationId: string | null, name: string, text: string): Promise<void> {
  if (conversationId === null || await tx.conversation(conversationId) === null) return
  await tx.append(now, { type: 'note', note: { id: uuidv5(name, NAMESPACE), conversationId, author: AUTHOR, text, at: now, editedAt: null, deleted: false } })
}
