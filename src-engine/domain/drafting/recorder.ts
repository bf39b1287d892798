import type { Manner } from '../../../src-shared/domain/manner.ts'
import type { ComposeReason, DraftTrace, StepOf, TraceRound, TraceStep } from '../../../src-shared/domain/trace.ts'
import type { Mark, Masking } from '../../../src-shared/domain/masking.ts'
import type { ModelWatch, TokenCount } from './model-port.ts'
import { estimateUsage } from './tokens.ts'

/** What a step of a kind says beside its times. */
type Said<Name extends TraceStep['name']> = Omit<StepOf<Name>, 'name' | 'at' | 'ms'>
/** How it came to who writes, and of a draft what of the customer was heeded. */
export type Composed = { by: string; why: ComposeReason; problem: string | null; until: number | null; heeded?: Manner[] }

type OpenRound = TraceRound & { usage: TokenCount | null; open: boolean }

/**
 * Writes down how one draft comes about, while it does; at any moment it can be told how far it is.
 * @param now milliseconds of a clock that only goes forward
 */
export function createRecorder(about: Pick<DraftTrace, 'draftId' | 'conversationId' | 'basedOnSeq' | 'startedAt'>, now: () => number) {
  const began = now()
  const steps: (() => TraceStep | null)[] = []
  const rounds: OpenRound[] = []
  let composing: { at: number; by: string; masking: Masking | null; marks: () => readonly Mark[] } | null = null
  let firstWordsMs: number | null = null
  const since = (): number => tenths(now() - began)

  const watch: ModelWatch = {
    sent(body) {
      rounds.push({ at: since(), ms: 0, sent: body, answer: '', firstTokenMs: null, tools: [], input: 0, output: 0, estimated: true, problem: null, usage: null, open: true })
    },
    heard(text) {
      const round = rounds.at(-1)
      if (!round) return
      round.firstTokenMs ??= tenths(since() - round.at)
      round.answer += text
    },
    answered({ usage, problem }) {
      const round = rounds.at(-1)
      if (round) Object.assign(round, { usage, problem, open: false, ms: tenths(since() - round.at) })
    },
    used({ ms, ...tool }) {
      rounds.at(-1)?.tools.push({ ...tool, ms: tenths(ms), at: tenths(Math.max(0, since() - ms)) })
    },
  }

  const told = (): TraceRound[] => rounds.map(({ usage, open, ...round }) => {
    const said = round.answer + round.tools.map((tool) => tool.name + tool.args).join('')
    return { ...round, ms: open ? tenths(since() - round.at) : round.ms, estimated: usage === null, ...(usage ?? counted(round.problem, round.sent, said)) }
  })
  const composed = ({ by, why, problem, until, heeded }: Composed): TraceStep => {
    const { at, masking, marks } = composing ?? { at: since(), masking: null, marks: () => [] }
    return { name: 'compose', at, ms: tenths(since() - at), by, why, problem, until, masking: rounds.length > 0 ? masking : null, rounds: told(), marks: rounds.length > 0 ? [...marks()] : [], ...(heeded ? { heeded } : {}) }
  }

  return {
    watch,
    /**
     * Runs one step of the work. @param tell what is worth knowing of its result; null: nothing came of it, and no step is told.
     * Asked when the trace is, because nobody waits for that: the result must not change meanwhile
     */
    step<Name extends 'understand' | 'gather' | 'guard' | 'present', Result>(name: Name, work: () => Result, tell: (result: Result) => Said<Name> | null): Result {
      const at = since()
      const result = work()
      const ms = tenths(since() - at)
      steps.push(once(() => {
        const said = tell(result)
        return said && ({ name, at, ms, ...said } as unknown as TraceStep)
      }))
      return result
    },
    /** The endpoint is about to be asked, or nobody but the desk. */
    compose(by: string, masking: Masking | null = null, marks: () => readonly Mark[] = () => []): void {
      composing ??= { at: since(), by, masking, marks }
    },
    composed(how: Composed): void {
      const step = composed(how)
      steps.push(() => step)
      composing = null
    },
    /** The first words are on their way to the window. */
    showed(): void {
      firstWordsMs ??= since()
    },
    /** Tokens so far, those of an answer that was not heard to its end included. */
    usage: (): { requests: number; input: number; output: number; estimated: number } => told().reduce(
      (sum, { input, output, estimated }) => ({ requests: sum.requests + 1, input: sum.input + input, output: sum.output + output, estimated: sum.estimated + (estimated ? input + output : 0) }),
      { requests: 0, input: 0, output: 0, estimated: 0 },
    ),
    /** The whole of it, as far as it is. */
    trace(outcome: DraftTrace['outcome']): DraftTrace {
      const open = composing ? [composed({ by: composing.by, why: rounds.length > 0 ? 'model' : 'no-model', problem: null, until: null })] : []
      return { ...about, outcome, ms: since(), firstWordsMs, steps: [...steps.flatMap((step) => step() ?? []), ...open] }
    },
  }
}
export type Recorder = ReturnType<typeof createRecorder>

/** Works something out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let known: { value: T } | null = null
  return () => (known ??= { value: work() }).value
}

const tenths = (ms: number): number => Math.max(0, Math.round(ms * 10) / 10)

/** A request that was refused before any word costs nothing; one that broke off cost what came. */
function counted(problem: string | null, sent: string, said: string): TokenCount {
  const refused = problem !== null && said === '' && problem !== 'model-aborted' && problem !== 'model-slow' && problem !== 'model-refused'
  return refused ? { input: 0, output: 0 } : estimateUsage(sent, said)
}
