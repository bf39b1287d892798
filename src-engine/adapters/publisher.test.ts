import { expect, test } from 'vitest'
import type { Patch, PortReply } from '../../src-shared/contract/port.ts'
import { createPublisher } from './publisher.ts'

const ID = '01890000-0000-7000-8000-000000000000'
const delta = (text: string): Patch => ({ kind: 'draft-delta', conversationId: ID, draftId: ID, text })
const context = (conversationId: string): Patch => ({ kind: 'context', conversationId })

function setUp() {
  const frames: (() => void)[] = []
  const got: PortReply[] = []
  const publisher = createPublisher((work) => frames.push(work))
  publisher.add((reply) => got.push(reply))
  return { publisher, got, frame: () => frames.splice(0).forEach((work) => work()) }
}

test('W-E1 a frame of tokens is one patch, in order (a patch a token would repaint the window for each)', () => {
  const { publisher, got, frame } = setUp()
  for (const t of ['您', '好', ',', '请']) publisher.publish(delta(t))
  frame()
  expect(got.slice(1)).toEqual([{ t: 'patches', n: 2, patches: [delta('好,请')] }])
})

test('W-E2 batches are numbered without gaps; an empty frame takes no number (the window would think it missed one)', () => {
  const { publisher, got, frame } = setUp()
  publisher.publish(context('a'))
  expect(publisher.current()).toBe(1)
  frame()
  publisher.publish(context('b'))
  frame()
  expect(got.map((reply) => reply.t === 'patches' && reply.n)).toEqual([1, 2])
})

test('W-E3 of the same thing only the newest state is sent, at its newest place', () => {
  const { publisher, got, frame } = setUp()
  publisher.publish(delta('x'))
  publisher.publish(context('a'))
  publisher.publish(delta('y'))
  publisher.publish(context('a'))
  frame()
  expect(got[1]).toMatchObject({ patches: [{ kind: 'draft-delta' }, { kind: 'context', conversationId: 'a' }] })
})

test('BE-8 the first words of a draft leave at once, later ones by the frame (a person waits for the first)', () => {
  const { publisher, got, frame } = setUp()
  publisher.publish(context('a'))
  publisher.publish(delta('您'))
  publisher.publish(delta('好'))
  publisher.publish(delta(',请'))
  expect(got).toEqual([{ t: 'patches', n: 1, patches: [context('a'), delta('您')] }])
  frame()
  expect(got.slice(1)).toEqual([{ t: 'patches', n: 2, patches: [delta('好,请')] }])
})
