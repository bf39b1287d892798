import type { Logger } from 'pino'
import type { z } from 'zod'
import type { AfterSaleCase, CaseAct } from '../../src-shared/domain/case.ts'
import type { CommercePort, Performed, Wish } from '../../src-shared/domain/commerce-port.ts'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { SetUpFormInput } from '../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { HookAnswer, HookRequest } from '../channels/connector.ts'
import type { Clock } from '../clock.ts'

/** What changed at a shop, as it was read: applying it twice is harmless. */
export interface ShopNews {
  orders: readonly { order: Order; customer: Customer }[]
  cases: readonly AfterSaleCase[]
  /** What could not be understood: kept for a person, and the rest goes on. `body` is the platform's own answer. */
  broken: readonly { externalId: string; why: LocalText; body: string }[]
}

/**
 * What is known of a wish whose answer was not heard. `not-done`: it was surely not done, and doing it now is safe ·
 * `unknown`: the shop does not show it.
 */
export type LookedUp = Performed | 'not-done' | 'unknown'

/** A shop behind HTTP. Its writes are asked once; whoever did not hear the answer looks it up before asking again. */
export interface ShopLine extends CommercePort {
  /** Does the shop itself take the same id twice as one, for this kind? Only then is it asked again unseen. */
  repeatable(wish: Wish): boolean
  /** What this platform would refuse, told without asking it to do anything: looked at before a warehouse is stopped. null: it may be done. */
  refuses?(wish: Wish): Promise<Performed | null>
  /** @param before the order just before it was asked the first time. @throws AppError `shop-unreachable` */
  lookUp(wish: Wish, before: Order | null): Promise<LookedUp>
  /** What changed from `from` to `to` (milliseconds), in portions; each portion may be kept before the next is read. */
  changes(from: number, to: number): AsyncIterable<ShopNews>
  /** An after-sale case by the platform's number, as it stands now; null: there is none. */
  case(no: string, orderNo: string): Promise<AfterSaleCase | null>
  /** Takes a step in a case at the platform; absent: this platform lets nobody do that. */
  decide?(one: AfterSaleCase, act: CaseAct, id: string): Promise<Performed>
  /** Answers a push. `orders`: numbers that changed and are to be read again. A forged one is answered 401 and names none. */
  hook?(request: HookRequest): Promise<{ answer: HookAnswer; orders: readonly string[] }>
  /** Takes what the platform has queued for us; every message is confirmed only after `keep` has it on disk. */
  consume?(keep: (orders: readonly string[]) => Promise<void>): Promise<void>
}

export interface ShopHost {
  clock: Clock
  log: Logger
  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void>
  /** Small state that must survive a restart, such as a token that was renewed. */
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  /** Of the connection: customers and cases of two shops never share an id. */
  connectionId: string
}

/** A kind of shop. `settings` and `secrets` are those of a ConnectorKind: one form serves both. */
export interface ShopKind<Settings = unknown> {
  /** `form.kind` names the kind; fields are those of `settings`, secrets those of type `secret`. */
  form: SetUpFormInput
  settings: z.ZodType<Settings>
  /** Tries the credentials; null: all well, else in words what is wrong and what to do. */
  test(settings: Settings, host: ShopHost): Promise<LocalText | null>
  create(settings: Settings, host: ShopHost): ShopLine
}
