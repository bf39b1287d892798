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
  if (conversationId === null || await tx.conversation(conversationId) === null) return
  const text = `订单 ${intent.orderNo}：店铺没有说清楚上一步是否已执行，请到店铺后台核对，再在“团队，店铺”里记下结果。核对之前不会再做一次。\nOrder ${intent.orderNo}: the shop does not say whether the last step was done. Please look in the shop itself and note what you find under Team, Shops. It is not done again before that.`
  await tx.append(now, { type: 'note', note: { id: uuidv5(intent.id, NAMESPACE), conversationId, author: AUTHOR, text, at: now, editedAt: null, deleted: false } })
}
