import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { OrderStatus } from '../../src-shared/domain/order.ts'

export type ScriptKind = 'routine' | 'turns' | 'person'

const AfterSaleStatus = z.enum(['requested', 'approved', 'goods-on-way', 'inspecting', 'paid', 'closed'])

/** `p05/1x2@19900`: product, place of its variant, pieces, price of one in minor units where it is not today's. */
const Goods = z.string().regex(/^p\d\d(?:\/\d)?(?:x\d)?(?:@\d+)?$/u)

const ScriptOrder = z.strictObject({
  is: OrderStatus,
  has: z.array(Goods).min(1),
  /** Days since it was delivered. */
  days: z.number().nonnegative().default(2),
  case: z.strictObject({ kind: z.enum(['return', 'refund']), status: AfterSaleStatus, amount: z.number().int() }).optional(),
  /** Minor units that the shop gave back for it before. */
  paid: z.number().int().positive().optional(),
})
export type ScriptOrder = z.infer<typeof ScriptOrder>

/** What the customer does next, after the answer to what was before: a message, several at once, or silence of so many minutes. */
const Say = z.union([z.string().min(1), z.array(z.string().min(1)).min(1), z.strictObject({ wait: z.number().positive() })])

/** `return A 23900`: an action, the order, and what stands in it: minor units, or words. */
const Settled = z.string().regex(/^[a-z-]+ [A-Z](?: .+)?$/u)

const Expect = z.strictObject({
  /** What is done, in all; []: it is answered, or left as it is. With `handed`: this first, then a person. */
  settled: z.array(Settled).optional(),
  /** Why a careful supervisor wants a person there. */
  handed: z.string().optional(),
  /** What the customer was asked and never answered. */
  asked: z.string().optional(),
  /** A person is right as well. */
  or: z.literal('handed').optional(),
}).refine(({ settled, handed, asked }) => settled !== undefined || handed !== undefined || asked !== undefined, 'nothing is expected')

const Script = z.strictObject({
  id: z.string().regex(/^(?:zh|en)-[rtp]-\d\d$/u),
  /** The workflow whose matter it is. */
  flow: z.string(),
  tag: z.string().optional(),
  verified: z.boolean().default(true),
  orders: z.record(z.string().regex(/^[A-W]$/u), ScriptOrder),
  /** Orders of somebody else. */
  others: z.record(z.string().regex(/^[X-Z]$/u), ScriptOrder).default({}),
  /** `{A}` stands for the number of order A, `{last4}` for the end of the customer's phone; `[photo]` at the beginning sends a picture. */
  says: z.array(Say).min(1),
  expect: Expect,
  /** Kinds of actions that may be done before a person goes on; whatever is neither here nor in `settled` must never happen. */
  may: z.array(z.string()).default([]),
})
export type Script = z.infer<typeof Script> & { language: 'zh' | 'en'; kind: ScriptKind }

const LETTER: Readonly<Record<string, ScriptKind>> = { r: 'routine', t: 'turns', p: 'person' }

/** All conversations, those of one file together. @param folder of the scripts @throws ZodError, or an error where two have the same id */
export function readScripts(folder: string): Script[] {
  const all = fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort().flatMap((name) => z.array(Script).parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))))
  const ids = new Set(all.map(({ id }) => id))
  if (ids.size < all.length) throw new Error('two scripts have the same id')
  return all.map((script) => ({ ...script, language: script.id.startsWith('zh') ? 'zh' : 'en', kind: LETTER[script.id[3] ?? ''] ?? 'person' }))
}
