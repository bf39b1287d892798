import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { blocking } from '../../../src-shared/domain/protects.ts'
import { gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import { matterOf } from '../../domain/drafting/matter.ts'
import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { guardWords } from '../guard-words.ts'
import { followUpCopied } from '../outside-promises.ts'
import { forgetReply, noteOutcome } from '../record-outcome.ts'
import { refuseStopped } from '../stopped-words.ts'
import { suggestFrom } from '../suggest-reply.ts'
import { touch } from './keep.ts'
import { looseInput, looseQuestion } from './loose-question.ts'
import { looseGone, unfilledGap, unsettled } from './refusals.ts'
import { orderOf } from './view.ts'

/** @throws AppError `side-gone`, `side-unsettled` */
function settledLoose(engine: Engine, looseId: string): LooseConversation {
  const loose = engine.store.loose.get(looseId)
  if (!loose) throw looseGone()
  if (!loose.settled) throw unsettled()
  return loose
}

/** What the guard says of words that are to be copied; a draft's own findings where nothing was changed. @throws AppError also `phrase-gap` */
export function checkCopy(engine: Engine, { looseId, text }: CallParams<'side.check'>): Finding[] {
  const loose = settledLoose(engine, looseId)
  const gaps = gapsIn(text)
  if (gaps.length > 0) throw unfilledGap(gaps.map(({ name }) => `{${name}}`).join(' '))
  const input = looseInput(engine, loose)
  const found = guardWords(engine, input, text, input ? matterOf(input).language : undefined)
  // Of a draft its own findings, which know what it was made of; what must not leave is looked for anew.
  return loose.draft?.text === text ? [...loose.draft.findings.filter(({ protects }) => protects === undefined), ...blocking(found)] : found
}

/** Whoever may decide copies stopped words all the same: the reason stays on record before the words are on the clipboard. @throws AppError `not-permitted`, `side-gone`, `side-unsettled`, `phrase-gap` */
export function overrideCopy(engine: Engine, { looseId, text, reason }: CallParams<'side.override'>): void {
  const findings = checkCopy(engine, { looseId, text })
  refuseStopped(engine, findings, { how: 'override', reason })
  engine.store.audit.add(engine.clock.now(), 'copy-overridden', looseId, reason)
}

/** How a copied reply came about: the draft as it stood, the draft with changes, or the agent's own words. */
function howMade({ draft }: LooseConversation, text: string, draftId: string | null): 'unchanged' | 'edited' | 'own' {
  if (draft === null || draftId !== draft.id) return 'own'
  return draft.text.trim() === text ? 'unchanged' : 'edited'
}

/**
 * The words are on the clipboard: they count as our reply, as what became of the draft, are learned from as those that are
 * sent here, and what they promise is followed up, as the person left it. Copied again they replace the copy before.
 */
export function noteCopied(engine: Engine, { id, looseId, text, draftId, writing, promises }: CallParams<'side.copied'>, agentName: string): void {
  const { store } = engine
  const loose = settledLoose(engine, looseId)
  const last = loose.turns.at(-1)
  // Told twice, or put on the clipboard once more.
  if (loose.turns.some((turn) => turn.id === id) || (last?.role === 'agent' && last.text === text)) return
  const at = engine.clock.now()
  const turns = last?.role === 'agent' ? loose.turns.slice(0, -1) : loose.turns
  const question = looseQuestion(engine, { ...loose, turns })
  const item = { id, conversationId: looseId, text, createdAt: at, draftId }
  const { tellPromises, judged } = store.transaction(() => {
    store.loose.put({ ...loose, turns: [...turns, { id, role: 'agent', text, at, verdict: null }], options: [], before: null, touchedAt: touch(engine) })
    store.audit.add(at, 'reply-copied', draftId ?? id, howMade(loose, text, draftId))
    if (last?.role === 'agent') forgetReply(engine, last.id)
    const tellPromises = followUpCopied(engine, loose, { id, text, at, orderNo: orderOf(engine, loose)?.no ?? null, adjustments: promises ?? [] }, last?.role === 'agent' ? last.id : null)
    if (!question) return { tellPromises, judged: null }
    const { openTopic: topic, language } = question.state
    const judged = noteOutcome(engine, item, { draft: loose.draft, without: engine.live.streaming.has(looseId) ? 'late' : 'not-made', isSecond: false, topic, language }, writing)
    return { tellPromises, judged }
  })
  engine.trace('reply', null, `side ${howMade(loose, text, draftId)}`)
  engine.wake('outcomes')
  tellPromises()
  if (question && judged) suggestFrom(engine, item, judged, { record: question.record, asked: () => question.text, agentName })
}
