import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { msgidOf, rootOf, rootOfMsgid, splitText } from './split.ts'

test('CT-22 a long reply is cut at sentences into messages of at most 2,048 bytes; nothing is left out and no character is halved', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('好', 'a', ' ', '\n', '。', '👍', '\u200d', 'é'), maxLength: 3000 }), (text) => {
    const parts = splitText(text)
    expect(parts.every((part) => part !== '' && Buffer.byteLength(part) <= 2048 && Buffer.from(part).toString() === part)).toBe(true)
    expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }), { seed: 43 })
  const sentence = '您的包裹今天上午已经从杭州发出，预计后天送到。'
  expect(splitText(sentence.repeat(58)).map((part) => part.endsWith('。'))).toEqual([true, true])
  expect(splitText('短')).toEqual(['短'])
})

test('CT-22 the ids of a reply\'s messages are the same each time, differ among themselves, fit the platform, and lead back to the reply (a second try that arrives twice)', () => {
  const id = v7()
  const ids = [0, 1, 17].map((part) => msgidOf(rootOf(id), part))
  expect(ids).toEqual([0, 1, 17].map((part) => msgidOf(rootOf(id), part)))
  expect(new Set(ids).size).toBe(3)
  for (const one of [...ids, msgidOf(rootOf('no uuid, 任何'), 3)]) expect(one).toMatch(/^[0-9a-zA-Z_-]{1,32}$/)
  expect(ids.map(rootOfMsgid)).toEqual([rootOf(id), rootOf(id), rootOf(id)])
  expect(rootOf(v7())).not.toBe(rootOf(id))
})
