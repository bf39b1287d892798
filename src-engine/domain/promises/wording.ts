import type { PromiseKind } from '../../../src-shared/domain/follow-up.ts'

/** `pay`: money moves, for whatever was spoken of before; `do`: it will be handled, whatever it is. */
export type Deed = PromiseKind | 'pay' | 'do'

/** How one language promises. Every expression is tried on a clause, or on a whole sentence where that is said. */
export interface Wording {
  /** What is done, the first that fits first. */
  readonly deeds: ReadonlyArray<readonly [RegExp, Deed]>
  /** Says that we will do it. */
  readonly commits: RegExp
  /** Whole sentence: asked, offered, or depending on what the customer does. */
  readonly open: RegExp
  /** Clause: denied, estimated, of the past, a rule, or somebody else's to do. */
  readonly doubts: RegExp
  /** Whole sentence: what is done while the customer waits in the chat, unless a time is named. */
  readonly moment: RegExp
  /** A commitment once made in a sentence goes on in its later clauses. */
  readonly carries: boolean
}
