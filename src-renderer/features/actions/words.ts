import type { TFunction } from 'i18next'
import type { ThreadEffect } from '../../../src-shared/contract/commerce.ts'
import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { DeskLanguage, Money } from '../../../src-shared/domain/text.ts'
import { warehouseRefusal } from '../../../src-shared/domain/warehouse-refusal.ts'
import { money } from '../../ui/format.ts'

/** What an action is called. */
export function actionName(t: TFunction, kind: CommerceAction['kind'], mode: string | null): string {
  if (kind === 'refund') return t(`action.refund.${mode === 'full' || mode === 'only' ? mode : 'partial'}`)
  if (kind === 'invoice') return t(`action.invoice.${mode === 'resend' || mode === 'change' ? mode : 'issue'}`)
  return t(`action.${kind}`)
}

const modeOf = (action: CommerceAction): string | null => ('mode' in action ? action.mode : null)
export const amountIn = (action: CommerceAction): Money | null => ('amount' in action ? action.amount : null)

/** The action with its amount, if it has one. */
export function actionWords(t: TFunction, action: CommerceAction, language: DeskLanguage): string {
  const amount = amountIn(action)
  const name = actionName(t, action.kind, modeOf(action))
  return amount ? `${name} ${money(amount, language)}` : name
}

type Refusal = NonNullable<ThreadEffect['refusal']>
const TOLD = ['out-of-stock', 'after-sale-open', 'return-on-way', 'costs-more'] as const

/** Why it was not done, and what to do. */
export function refusalWords(t: TFunction, { reason, detail }: Refusal, currency: Order['total']['currency'], language: DeskLanguage): string {
  const warehouse = warehouseRefusal(detail)
  if (warehouse) {
    const why = t(`refused.warehouse.${warehouse.reason}`)
    return warehouse.instead ? t('refused.warehouse.instead', { why, instead: t(`refused.instead.${warehouse.instead}`) }) : why
  }
  const [code, value] = detail.split(':')
  const told = TOLD.find((one) => one === code)
  if (told) return t(`refused.${told}`)
  if (reason === 'amount' && code === 'left') return t('refused.amount.left', { amount: money({ amount: Number(value), currency }, language) })
  return t(`refused.${reason}`)
}

/** What became of it. */
export function stateWords(t: TFunction, { state, reference, refusal, action }: ThreadEffect, language: DeskLanguage): string {
  if (state === 'waiting') return t('effect.waiting')
  if (refusal) return t('effect.refused', { why: refusalWords(t, refusal, amountIn(action)?.currency ?? 'CNY', language) })
  return reference ? t('effect.done.ref', { reference }) : t('effect.done')
}
