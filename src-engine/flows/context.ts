import type { Patch } from '../../src-shared/contract/port.ts'
import type { DeskState, Drill } from '../../src-shared/contract/desk.ts'
import type { DemoState } from '../../src-shared/domain/demo-play.ts'
import type { CopilotTurn } from '../../src-shared/domain/copilot.ts'
import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { Vault } from '../domain/drafting/masking/vault.ts'
import type { ModelPort } from '../domain/drafting/model-port.ts'
import type { Recorder } from '../domain/drafting/recorder.ts'
import type { ClockRules } from '../domain/clocks/rules.ts'
import type { Templates } from '../domain/drafting/templates.ts'
import type { PhraseIndex } from '../domain/phrases/search.ts'
import type { RulePack } from '../domain/guard/index.ts'
import type { EmbeddingsPort } from '../domain/knowledge/embedding/port.ts'
import type { Knowledge } from '../domain/knowledge/index.ts'
import type { ProductLexicon } from '../domain/triage/entities/products.ts'
import type { TriageInput } from '../domain/triage/index.ts'
import type { Terms } from '../domain/promises/terms.ts'
import type { WritingPrompts } from '../domain/writing/prompts.ts'
import type { Store } from '../store/index.ts'
import type { TriedTopics } from './own-topics.ts'
import type { AttachmentPort, Clock, LearnTopics, LinkPort, Trace } from './ports.ts'
import type { Taught } from './taught.ts'
import type { WorkflowParts } from './workflows/ports.ts'

/** A draft that is being written. */
export interface Writing { draft: Draft; abort: AbortController; recorder: Recorder; vault: Vault }

/** What lives only as long as the process. */
export interface Live {
  link: DeskState['link']
  /** True from the end of the catch-up until the line is cut. */
  caughtUp: boolean
  /** How often the line was cut: what began before a cut does not go on after it. */
  cuts: number
  /** Conversations on the screen, and of how many windows; drafted first, their leases are kept. */
  focused: Map<string, number>
  /** Expiry (gateway time) of the leases this seat holds. */
  leases: Map<string, number>
  streaming: Map<string, Writing>
  /** Conversations whose newest words the gateway's routing was not told of. */
  unnoted: Set<string>
  /** Words that a person asked the endpoint for, by the id under which they can be stopped. */
  asking: Map<string, { abort: AbortController; done: Promise<unknown> }>
  /** Answers of the copilot that are being written, by conversation. */
  copilot: Map<string, { turn: CopilotTurn; abort: AbortController; /** Resolves when it is kept. */ done: Promise<void> }>
  model: DeskState['model']
  /** After a failure the endpoint is not asked for vectors until then. */
  vectorsRest: { until: number; problem: string }
  /** The recorded day that the gateway plays, as last heard of. */
  demo: DemoState | null
  /** Drills are over at a restart. */
  drill: Drill
  /** Who else is here, by seat; null: this desk shows itself to nobody (at night). */
  colleagues: Map<string, SeatPresence> | null
  /** Why the gateway lets this desk in no longer. */
  refused: DeskState['refused']
  /** Own topics that were learned and are not in use. */
  triedTopics: TriedTopics | null
}

/** Everything a flow may use; wired once in boot.ts. */
export interface Engine {
  store: Store
  clock: Clock
  newId(): string
  /** This desk's name at the gateway. */
  seatId: string
  publish(patch: Patch): void
  trace: Trace
  triage(input: TriageInput): Verdict
  /** Triage as it was shipped, without what this desk was taught. */
  untaught(input: TriageInput): Verdict
  /** The shop's products by name, as triage looks for them. */
  products(): ProductLexicon
  /** The products changed: their names are prepared anew for the next message, which may come in the same transaction. */
  productsChanged(): void
  taught: Taught
  workflows: WorkflowParts
  learnTopics: LearnTopics
  /** Of the program: what another version learned is learned again. */
  version: string
  knowledge(): Knowledge
  /** This article changed or went, which the next question sees; null: all of them may have. */
  knowledgeChanged(id: string | null): void
  phrases(): PhraseIndex
  /** The phrases changed: their index is made anew at the next search. */
  phrasesChanged(): void
  model(): ModelPort | null
  /** Turns texts into vectors; null: words alone are compared. */
  embeddings(): EmbeddingsPort | null
  link: LinkPort
  attachments: AttachmentPort
  templates: Templates
  /** System prompt and its version; `masked`: what is added where personal data are placeholders. */
  prompt: { version: string; text: string; masked: string }
  /** Prompts of what a person asks for while writing. */
  writing: WritingPrompts
  /** The same of the copilot. */
  copilotPrompt: { version: string; text: string }
  rules: RulePack[]
  clocks: ClockRules
  /** By when promises are to be kept, and when they alarm. */
  promiseTerms: Terms
  live: Live
  /** The account of whoever sits here came or changed: name and role follow it. */
  ownAccountChanged(): void
  /** Wakes a worker; it looks by itself at what there is to do. */
  wake(worker: 'outbox' | 'cases' | 'uploads' | 'drafts' | 'vectors' | 'side' | 'side-lookup' | 'routine' | 'workflows' | 'understood' | 'phrases' | 'lessons' | 'outcomes' | 'self-work' | 'night' | 'wakeups'): void
  systemLocale: string
  warnings: string[]
}
