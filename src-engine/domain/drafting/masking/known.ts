import type { Customer } from '../../../../src-shared/domain/customer.ts'
import type { MaskKind } from '../../../../src-shared/domain/masking.ts'
import type { Order } from '../../../../src-shared/domain/order.ts'
import { maskName, maskPhone } from '../mask.ts'

/** A personal value that the shop's records hold. `thing`: what it is another way to write, such as a name with stars. */
export interface Known { kind: MaskKind; value: string; thing: string }

/** What a channel calls everybody. */
const ANYBODY = new Set(['访客', '游客', '客户', '顾客', '买家', 'visitor', 'guest', 'customer', 'buyer'])
/** Shorter ones stand in other words. */
const SHORTEST_PART = 3

type Person = { customer: Customer | null; displayName: string; orders: readonly Order[] }

/** Names, phones, addresses and numbers of a customer and their orders, in the ways in which the desk's own records write them. */
export function knownValues({ customer, displayName, orders }: Person): Known[] {
  return [
    ...namesOf(displayName), ...namesOf(customer?.name ?? ''), ...phonesOf(customer?.phone ?? ''),
    ...orders.flatMap((order) => [
      ...namesOf(order.address.name), ...phonesOf(order.address.phone), ...addressesOf(order.address),
      ...some('order', order.no), ...some('tracking', order.logistics?.trackingNo ?? ''), ...some('case', order.afterSale?.id ?? ''),
    ]),
  ]
}

const some = (kind: MaskKind, value: string, atLeast = 4): Known[] => (value.length >= atLeast ? [{ kind, value, thing: value }] : [])

function namesOf(name: string): Known[] {
  const whole = name.trim()
  if ([...whole].length < 2 || ANYBODY.has(whole.toLowerCase())) return []
  const parts = /^[\p{Script=Latin}\s.'-]+$/u.test(whole) ? whole.split(/\s+/u).filter((part) => part.length >= SHORTEST_PART && part !== whole) : []
  return [...new Set([whole, whole.toLowerCase(), whole.toUpperCase(), maskName(whole), ...parts])].map((value) => ({ kind: 'name' as const, value, thing: whole }))
}

const phonesOf = (phone: string): Known[] => (phone.length < 7 ? [] : [phone, maskPhone(phone)].map((value) => ({ kind: 'phone', value, thing: phone })))

function addressesOf({ region, detail }: Order['address']): Known[] {
  return detail.length < 4 ? [] : [`${region}${detail}`, `${region} ${detail}`, `${detail}, ${region}`, detail].map((value) => ({ kind: 'address' as const, value, thing: detail }))
}
