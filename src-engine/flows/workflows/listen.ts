import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Heard, World } from '../../domain/workflow/heard.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import type { Engine } from '../context.ts'
import { knownTo } from '../known-to.ts'
import { stateOf } from '../inbox.ts'
import { routineAnswer } from '../settle-routine.ts'

/** Turns that a run looks back on. */
const TURNS = 60

/** What the customer wrote after `seq`, all of it as one: several bubbles are one answer. */
export function hearSince(engine: Engine, record: ConversationRecord, seq: number): Heard {
  const page = engine.store.messages.page(record.conversation.id, null, TURNS).filter(({ message }) => message.author.kind !== 'system' && message.recalledAt === undefined)
  const fresh = page.filter(({ message }) => message.author.kind === 'customer' && message.seq > seq)
  const verdicts = fresh.flatMap(({ verdict }) => (verdict ? [verdict] : []))
  const labels = (of: (verdict: Verdict) => readonly { label: string }[]): string[] => [...new Set(verdicts.flatMap((verdict) => of(verdict).map((one) => one.label)))]
  return {
    text: fresh.map(({ message }) => message.text).join('\n'),
    topics: labels((verdict) => verdict.topics), acts: labels((verdict) => verdict.acts), marks: labels((verdict) => verdict.marks),
    emotionLevel: Math.max(0, ...verdicts.map((verdict) => verdict.emotion.level)), escalation: Math.max(0, ...verdicts.map((verdict) => verdict.escalation)),
    entities: verdicts.flatMap((verdict) => verdict.entities),
    photos: fresh.reduce((sum, { message }) => sum + message.attachments.length, 0),
    history: page.filter(({ message }) => message.seq <= seq || message.author.kind !== 'customer').map(({ message, verdict }) => ({ id: message.id, role: message.author.kind as 'customer' | 'agent' | 'autopilot', text: message.text, at: message.at, verdict: verdict ?? undefined })),
    aside: routineAnswer(engine, record.conversation.id),
  }
}

/** What a run may look at: the records of this verified customer, and who always gets a person. */
export function worldOf(engine: Engine, record: ConversationRecord): World {
  const always = engine.store.shop.policies().map((policy) => policy.alwaysPerson)
  return {
    orders: knownTo(engine, record).orders, products: engine.store.shop.products(), now: engine.clock.now(),
    person: {
      topics: new Set([...PERSON_TOPICS, ...always.flatMap((one) => one.topics)]), marks: new Set([...PERSON_MARKS, ...always.flatMap((one) => one.marks)]),
      acts: new Set([...PERSON_ACTS, ...always.flatMap((one) => one.acts)]),
    },
  }
}

/** A flag that nobody dismissed is a person's. */
export function isFlagged(record: ConversationRecord): boolean {
  const { flag, flagDismissed } = stateOf(record)
  return flag !== null && !flagDismissed
}
