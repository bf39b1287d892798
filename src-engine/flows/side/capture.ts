import type { CallParams } from '../../../src-shared/contract/calls.ts'
import { keptText } from '../../domain/triage/kept.ts'
import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { lookUp } from './find-whom.ts'
import { forgetOld } from './keep.ts'
import { understand } from './loose-question.ts'
import { placeCapture } from './place-capture.ts'
import { noWords, ownWords } from './refusals.ts'

/** Control characters and invisible ones, which chat programs put between their bubbles. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim()

const isCaptured = (all: readonly LooseConversation[], id: string): boolean => all.some(({ turns }) => turns.some((turn) => turn.id === id))
/** The reply that the agent copied last still lies on the clipboard. */
const isOwn = (all: readonly LooseConversation[], text: string): boolean => all.some(({ turns }) => turns.some((turn) => turn.role === 'agent' && turn.text === text))

/**
 * Takes words from another program: finds whom they are from, puts them into that customer's loose conversation and
 * drafts. Where that is not certain nothing is drafted until the agent has said who it is; a capture without any clue
 * never goes to the customer before by itself.
 * @throws AppError `side-no-words`, `side-own-words`
 */
export async function capture(engine: Engine, { id, text }: CallParams<'side.capture'>): Promise<void> {
  const { store } = engine
  const said = clean(text)
  if (said === '') throw noWords()
  const all = store.loose.all()
  if (isCaptured(all, id)) return
  if (isOwn(all, said)) throw ownWords()
  const at = engine.clock.now()
  const { entities } = understand(engine, said, at, [], [])
  const kept = keptText(said, entities)
  const lookup = await lookUp(engine, kept, entities)
  store.transaction(() => {
    forgetOld(engine)
    placeCapture(engine, { turn: { id, role: 'customer', text: kept, at }, entities, lookup }, null)
  })
  engine.wake('side')
  engine.wake('side-lookup')
}
