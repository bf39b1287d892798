import { z } from 'zod'
import { AfterSaleCase, CaseStep } from './case.ts'
import { Payout } from './order-records.ts'
import { Money } from './text.ts'

const minutes = z.number()

/** `resources/demo-shop/cases.json`: as AfterSaleCase, with times in minutes before or after "now", as the shop's other files. */
export const DemoCase = AfterSaleCase.pick({ no: true, platform: true, kind: true, state: true, orderNo: true, customerId: true, items: true, asked: true, reason: true, words: true, refuseReasons: true }).extend({
  /** The recorded conversation of this customer that it belongs to. */
  demoConversation: z.string().nullable(),
  /** `variant` counts from 0 in the product's. */
  swap: z.object({ productId: z.string(), variant: z.number().int().nonnegative() }).nullable(),
  /** Files under resources/demo-shop/pictures. */
  pictures: z.array(z.string()),
  openedMinutesAgo: minutes,
  due: z.object({ inMinutes: minutes, then: z.enum(['granted', 'closed', 'platform-decides']) }).nullable(),
  paid: z.array(Payout.omit({ at: true }).extend({ minutesAgo: minutes })),
  history: z.array(z.object({ by: z.enum(['customer', 'agent', 'platform']), step: CaseStep.shape.step, minutesAgo: minutes, amount: Money.nullable(), words: z.string() })),
})
export type DemoCase = z.infer<typeof DemoCase>
