/** A call of one of the shop's tools. */
export interface ToolCall { readonly name: string; readonly kwargs: Readonly<Record<string, unknown>> }
/** `error` says why the shop refused; nothing was changed then. */
export type ToolResult = { readonly ok: true } | { readonly ok: false; readonly error: string }

/** One shop's state and the tools that change it. The tools' own rules only: what may be done is the policy's to say. */
export interface ShopSession<State = unknown> {
  /** As it stands; to be read only. */
  readonly state: State
  /** Never throws for bad arguments. A refused call leaves the state as it was. */
  call(call: ToolCall): ToolResult
  /** The state as it is now, in the shape of the shop's files; to be read only. */
  records(): Readonly<Record<string, unknown>>
  /** Canonical hash of the whole state. */
  hash(): string
}

/** A shop read from its files. */
export interface ShopDesk<State = unknown> {
  /** A session of its own, from the initial state. */
  open(): ShopSession<State>
}

/** What the shop does not do, in one sentence. */
export class Refused extends Error {}

export function refuse(reason: string): never {
  throw new Refused(reason)
}

/** Runs one tool over the state: a refusal, or arguments of the wrong shape, is an answer and no fault. @throws whatever else is wrong */
export function answerOf(work: () => void, isBadArgument: (thrown: unknown) => string | null): ToolResult {
  try {
    work()
    return { ok: true }
  } catch (thrown) {
    const reason = thrown instanceof Refused ? thrown.message : isBadArgument(thrown)
    if (reason === null) throw thrown
    return { ok: false, error: reason }
  }
}
