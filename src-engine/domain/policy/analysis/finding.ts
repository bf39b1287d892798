import type { LocalText } from '../../../../src-shared/domain/text.ts'

/** `conflict`: two parts of a policy say different things · `gap`: nothing says anything · `never`: something that can have no effect. */
export interface Finding {
  readonly kind: 'conflict' | 'gap' | 'never'
  /** Fields of the policy that it is about, as `rules.own-order` or `intents.order_cancel.actions`. */
  readonly where: readonly string[]
  readonly say: LocalText
}
