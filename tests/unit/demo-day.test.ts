import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openResources } from '../../src-engine/adapters/resources.ts'
import { guard, parseRulePacks } from '../../src-engine/domain/guard/index.ts'
import { CALM, nextState } from '../../src-engine/domain/quality/mood.ts'
import type { TriageInput } from '../../src-engine/domain/triage/index.ts'
import { openTriage } from '../../src-engine/open-triage.ts'
import { loadDemoConversations, loadDemoShop } from '../../src-gateway/shop/load-shop.ts'
import type { DemoConversation } from '../../src-shared/domain/demo-shop.ts'

const RESOURCES = resolve('resources')
const resources = openResources(RESOURCES)
const BEGIN = Date.UTC(2026, 10, 27, 1)
const ANSWER_MS = 1000

const triage = openTriage(resources)

/** Was the customer raised at any point, if every message is answered at once, and for which topics? */
function whenAnswered(script: DemoConversation): { raised: boolean; topics: string[] } {
  let state = CALM
  let at = BEGIN
  const history: TriageInput['history'][number][] = []
  const topics = new Set<string>()
  for (const step of script.steps.filter(({ ifNoReply }) => ifNoReply === undefined)) {
    if (step.afterReply !== undefined) history.push({ role: 'agent', text: '好的，我看一下。', at: at + ANSWER_MS })
    at = step.at === undefined ? at + ANSWER_MS + (step.afterReply ?? 0) * 1000 : Math.max(at + 1, BEGIN + step.at * 1000)
    const verdict = triage({ text: step.text, at, attachments: step.picture === undefined ? 0 : 1, history, orderStatuses: [] })
    history.push({ role: 'customer', text: step.text, at })
    state = nextState(state, 'm', verdict)
    for (const { label } of verdict.topics) topics.add(label)
  }
  return { raised: state.everFlagged, topics: [...topics] }
}

test('J-6 of the day\'s customers, answered at once, the angry are raised and nobody else but for safety: a desk that cries wolf, or sleeps', async () => {
  const scripts = await loadDemoConversations(RESOURCES)
  const played = scripts.map((script) => ({ id: script.id, angry: script.angry, ...whenAnswered(script) }))
  expect(played.filter(({ angry, raised }) => angry && !raised).map(({ id }) => id)).toEqual([])
  expect(played.filter(({ angry, raised, topics }) => !angry && raised && !topics.includes('safety_incident')).map(({ id }) => id)).toEqual([])
})

test('J-6 who is called angry is raised by the first line: the one who is called for to show it would only ask a question', async () => {
  const scripts = (await loadDemoConversations(RESOURCES)).filter(({ kind }) => kind === 'angry')
  expect(scripts.length).toBeGreaterThanOrEqual(3)
  expect(scripts.filter((script) => !whenAnswered({ ...script, steps: script.steps.slice(0, 1) }).raised).map(({ id }) => id)).toEqual([])
})

test('J-5 no article for customers and no phrase breaks a rule pack: a key that types what the guard then stops', async () => {
  const packs = parseRulePacks(resources.list('rules').map((file) => resources.json('rules', file)))
  const broken = (text: string) => guard({ draft: text.replace(/\{\w+\}/g, ''), facts: [], passages: [], rules: packs }).findings
    .filter(({ kind }) => kind === 'rule').map(({ text: words, source }) => `${source}: ${words}`)
  const { articles } = await loadDemoShop(RESOURCES)
  const phrases = resources.json('demo-shop', 'phrases.json') as { text: { zh: string; en: string } }[]
  const texts = [...articles.filter(({ audience }) => audience === 'customer').map(({ body }) => body), ...phrases.map(({ text }) => text)]
  expect(texts.flatMap(({ zh, en }) => [...broken(zh), ...broken(en)])).toEqual([])
})
