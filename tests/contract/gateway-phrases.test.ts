import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gapsIn } from '../../src-shared/domain/phrase-gaps.ts'
import type { SharedPhrase } from '../../src-shared/domain/phrase.ts'
import { loadDemoPhrases } from '../../src-gateway/shop/load-shop.ts'
import { openSite, type Site, writeResources } from './gateway-harness.ts'

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

const phrase = (text: string, id = v7()): SharedPhrase => ({ id, scope: 'team', code: 'fh', group: { zh: '', en: '' }, title: { zh: '', en: '' }, text: { zh: text, en: '' }, pictures: [], updatedAt: 1 })

test('H-17 a phrase is one event per request id, the later word holds, and a repeated call hears of it: a retry that overwrites a colleague', async () => {
  const seat = await site.seat()
  const one = phrase('一')
  const request = v7()
  const first = await seat.call('phrase.put', { id: request, phrase: one })
  expect(first.phrase).toMatchObject({ text: { zh: '一' }, updatedAt: site.clock.now() })
  const second = await seat.call('phrase.put', { id: v7(), phrase: { ...one, text: { zh: '二', en: '' } } })
  expect(second.n).toBe(first.n + 1)
  expect(await seat.call('phrase.put', { id: request, phrase: one })).toMatchObject({ n: first.n, phrase: { text: { zh: '二' } } })
  const removal = v7()
  expect(await seat.call('phrase.remove', { id: removal, phraseId: one.id })).toEqual({ n: second.n + 1, phrase: null })
  expect(await seat.call('phrase.remove', { id: removal, phraseId: one.id })).toEqual({ n: second.n + 1, phrase: null })
  // Gone already: nothing to write.
  expect(await seat.call('phrase.remove', { id: v7(), phraseId: one.id })).toEqual({ n: second.n + 1, phrase: null })
})

test('H-17 a snapshot holds the phrases that there are, the last word of each, also after a restart', async () => {
  const seat = await site.seat()
  const [kept, gone] = [phrase('留下'), phrase('删掉')]
  for (const one of [kept, gone, { ...kept, text: { zh: '改过', en: '' } }]) await seat.call('phrase.put', { id: v7(), phrase: one })
  await seat.call('phrase.remove', { id: v7(), phraseId: gone.id })
  await site.restart()
  const { changes } = await (await site.seat()).call('snapshot', { page: null })
  expect(changes.flatMap((change) => (change.type === 'phrase' ? [change.phrase.text.zh] : []))).toEqual(['改过'])
})

test('H-17 a personal phrase, one without words and one of another shape are refused, the connection lives on', async () => {
  const seat = await site.seat()
  for (const wrong of [{ ...phrase('x'), scope: 'personal' }, phrase(' '), { ...phrase('x'), code: 'a b' }, {}]) {
    await expect(seat.call('phrase.put', { id: v7(), phrase: wrong as SharedPhrase })).rejects.toThrow('bad-request')
  }
  expect((await seat.call('phrase.put', { id: v7(), phrase: phrase('好') })).phrase).not.toBeNull()
})

test('H-18 a shop may come with phrases or without; those that ship are whole, and a broken file is named', async () => {
  const shipped = await loadDemoPhrases(resolve('resources'))
  expect(shipped.length).toBeGreaterThan(0)
  expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length)
  const braces = shipped.flatMap(({ id, text }) => [text.zh, text.en].filter((words) => (words.match(/\{/g) ?? []).length !== gapsIn(words).length).map(() => id))
  expect(braces).toEqual([])
  const dir = await writeResources(await mkdtemp(join(tmpdir(), 'phrases-')), [])
  expect(await loadDemoPhrases(dir)).toEqual([])
  await writeFile(join(dir, 'demo-shop', 'phrases.json'), '[{"id": 1}]')
  await expect(loadDemoPhrases(dir)).rejects.toMatchObject({ code: 'resources', say: { en: expect.stringContaining('phrases.json') } })
  await rm(dir, { recursive: true })
})
