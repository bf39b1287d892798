import type { Article } from '../../src-shared/domain/article.ts'
import type { LearnedAnswer } from '../../src-shared/domain/learning.ts'
import { gapsIn } from '../../src-shared/domain/phrase-gaps.ts'
import { AppError } from '../../src-shared/errors.ts'
import { askedTerms, questionLikeness, SAME_QUESTION } from '../domain/learning/similar.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { readQuestion } from './draft-input.ts'
import { stateOf } from './inbox.ts'

/** Conversations that are looked through for customers who wait for this very answer. */
const RECENT = 200

/** An article says the same to everybody: a gap in it would be read by a customer. */
function articleGaps(names: string): AppError {
  return new AppError({
    code: 'learning-gaps', retryable: false,
    say: { zh: `知识文章对每位客户都一样，${names} 请改成通用的说法，或者存为回复模板。`, en: `An article reads the same for everybody. Write ${names} in general words, or keep it as a reply template.` },
  })
}

export const unknownLearning = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '这一条已经不在了。', en: 'That entry is gone.' } })

function articleOf({ id, topic, language, title, text, productIds }: LearnedAnswer): Article {
  return {
    id, version: 1, title: { zh: title, en: title }, body: { zh: '', en: '', [language]: text }, audience: 'customer', topics: topic === null ? [] : [topic], productIds: [...productIds],
  }
}

/** Keeps an approved answer. Must run inside a transaction; `answersChanged` follows it. @throws AppError `learning-gaps` */
export function keepAnswer({ store }: Engine, answer: LearnedAnswer): void {
  const names = gapsIn(answer.text).map(({ name }) => `{${name}}`)
  if (answer.kind === 'article' && names.length > 0) throw articleGaps([...new Set(names)].join(' '))
  store.learned.put(answer, answer.kind === 'article' ? articleOf(answer) : null)
}

/** Does this customer wait with the same matter, by the topic or by the words? */
function waitsWith(engine: Engine, record: ConversationRecord, { topic, question }: Pick<LearnedAnswer, 'topic' | 'question'>): boolean {
  if (record.waitingSince === null || record.conversation.status !== 'open') return false
  if (topic !== null && stateOf(record).openTopic === topic) return true
  return questionLikeness(askedTerms(question), askedTerms(readQuestion(engine, record.conversation.id)?.text ?? '')) >= SAME_QUESTION
}

/** From now on drafts and search have these answers: who waits with the same matter gets a new draft. */
export function answersChanged(engine: Engine, answered: Pick<LearnedAnswer, 'topic' | 'question'>): void {
  const { store } = engine
  engine.knowledgeChanged(null)
  engine.publish({ kind: 'learning' })
  for (const record of store.conversations.recent(RECENT)) {
    if (!waitsWith(engine, record, answered)) continue
    store.jobs.put('draft', record.conversation.id, record.lastCustomerSeq)
    engine.publish({ kind: 'context', conversationId: record.conversation.id })
  }
  engine.wake('drafts')
}
