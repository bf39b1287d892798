import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Conversation } from '../../src-shared/domain/conversation.ts'
import { Message } from '../../src-shared/domain/message.ts'
import { corpus, type Dated } from './corpus.ts'

const SIZE = { conversations: 60, messagesEach: 20 }
const hash = (log: Iterable<Dated>): string => createHash('sha256').update(JSON.stringify([...log])).digest('hex')

test('BE-4 the same seed gives the same log, another one another (figures of two days that compare nothing)', () => {
  expect(hash(corpus(SIZE))).toBe(hash(corpus(SIZE)))
  expect(hash(corpus(SIZE))).not.toBe(hash(corpus(SIZE, 2)))
})

test('BE-4 the log is one that a gateway could have: named before spoken in, numbered without gaps, times rising, ids single', () => {
  const seqs = new Map<string, number>()
  const ids = new Set<string>()
  let at = 0
  for (const dated of corpus(SIZE)) {
    expect(dated.at).toBeGreaterThanOrEqual(at)
    at = dated.at
    if (dated.change.type === 'conversation') {
      const { id } = Conversation.parse(dated.change.conversation)
      if (!seqs.has(id)) seqs.set(id, 0)
      continue
    }
    const message = Message.parse(dated.change.message)
    expect(message.seq).toBe((seqs.get(message.conversationId) ?? Number.NaN) + 1)
    seqs.set(message.conversationId, message.seq)
    expect(ids.has(message.id)).toBe(false)
    ids.add(message.id)
  }
  expect(ids.size).toBe(SIZE.conversations * SIZE.messagesEach)
  expect([...seqs.values()].every((seq) => seq === SIZE.messagesEach)).toBe(true)
})

test('BE-4 both languages are there, every slot is filled, and some customers wait', () => {
  const changes = [...corpus(SIZE)].map(({ change }) => change)
  const texts = changes.flatMap((change) => (change.type === 'message' ? [change.message.text] : []))
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text)).length
  expect(chinese / texts.length).toBeGreaterThan(0.5)
  expect(chinese / texts.length).toBeLessThan(0.9)
  expect(texts.filter((text) => text.includes('{'))).toEqual([])
  const last = new Map(changes.flatMap((change) => (change.type === 'message' ? [[change.message.conversationId, change.message.author.kind] as const] : [])))
  expect([...last.values()].some((kind) => kind === 'customer')).toBe(true)
})
