import { describe, expect, test } from 'vitest'
import type { EngineReport } from '../src-shared/contract/shell.ts'
import type { GatewayReport } from '../src-shared/wire/ready.ts'
import { runDemo, type DemoWorld } from './demo.ts'
import { passed, summarize, summaryLines } from './summary.ts'
import { traceLine } from './trace-line.ts'

const engine = (change: Partial<EngineReport> = {}): EngineReport => ({
  received: 2, flagged: 1, drafted: 2, answered: 2, automatic: 1, held: 0, waiting: 0, customerMessageIds: ['a', 'b'], sentMessageIds: ['x', 'y'], ...change,
})
const gateway = (change: Partial<GatewayReport> = {}): GatewayReport => ({
  customerMessageIds: ['a', 'b'], deskMessageIds: ['x', 'y'], demoSentIds: ['a', 'b'], demoAngry: ['c1', 'c2'], demoDone: true, ...change,
})
const none = new Set<string>()

describe('the summary', () => {
  test('S-23 of a half-hour in which all went well', () => {
    const summary = summarize(engine(), gateway(), new Set(['c1', 'other']))
    expect(summary).toEqual({ messagesIn: 2, flagged: 1, drafted: 2, answered: 2, automatic: 1, held: 0, lost: 0, duplicated: 0, angryExpected: 2, angryRaised: 1 })
    expect(passed(summary)).toBe(true)
  })
  test.each<[string, Partial<EngineReport>, Partial<GatewayReport>]>([
    ['the customer sent it and the gateway has it not', {}, { demoSentIds: ['a', 'b', 'c'] }],
    ['the gateway has it and the desk has it not', { customerMessageIds: ['a'] }, {}],
    ['the desk sent it and the gateway has it not', { sentMessageIds: ['x', 'y', 'z'] }, {}],
  ])('S-23 a message counts as lost when %s', (_why, e, g) => {
    const summary = summarize(engine(e), gateway(g), none)
    expect(summary.lost).toBe(1)
    expect(passed(summary)).toBe(false)
  })
  test('S-23 losses and doubles of equal number do not cancel each other', () => {
    const summary = summarize(engine({ customerMessageIds: ['a', 'a'] }), gateway(), none)
    expect([summary.lost, summary.duplicated]).toEqual([1, 1])
  })
  test.each<[Partial<EngineReport>, Partial<GatewayReport>]>([
    [{}, { customerMessageIds: ['a', 'b', 'b'] }], [{}, { deskMessageIds: ['x', 'y', 'x'] }], [{ sentMessageIds: ['x', 'y', 'y'] }, {}],
  ])('S-23 a message that stands twice fails the run (%j %j)', (e, g) => {
    expect(passed(summarize(engine(e), gateway(g), none))).toBe(false)
  })
  test('S-23 a desk that answered nobody has not passed', () => {
    expect(passed(summarize(engine({ answered: 0, automatic: 0, sentMessageIds: [] }), gateway({ deskMessageIds: [] }), none))).toBe(false)
  })
  test('S-23 ends with one line of JSON for programs', () => {
    const last = summaryLines(summarize(engine(), gateway(), none)).at(-1) ?? ''
    expect(JSON.parse(last.replace(/^summary /, ''))).toMatchObject({ messagesIn: 2, lost: 0 })
  })
})

describe('the demo', () => {
  function world(change: Partial<DemoWorld> = {}) {
    let time = 0
    const lines: string[] = []
    const pictures: [string, number][] = []
    const demo: DemoWorld = {
      seconds: 60, raised: none, askEngine: async () => engine(), askGateway: async () => gateway({ demoDone: time >= 60_000 }),
      picture: async (name) => { pictures.push([name, time]); return `/out/${name}.png` },
      print: (line) => lines.push(line), now: () => time, sleep: async (ms) => { time += ms }, ...change,
    }
    return { demo, lines, pictures, time: () => time }
  }
  test('S-23 takes three pictures and waits for the end of the recording', async () => {
    const { demo, pictures, lines, time } = world()
    expect(await runDemo(demo)).toBe(0)
    expect(pictures.map(([name]) => name)).toEqual(['start', 'middle', 'end'])
    expect(pictures[1]?.[1]).toBe(30_000)
    expect(time()).toBeGreaterThanOrEqual(60_000)
    expect(lines).toContain('picture /out/end.png')
    expect(lines[0]).toContain('works by itself')
  })
  test('S-23 waits while a reply is still on its way, but not for ever', async () => {
    const { demo, lines, time } = world({ askEngine: async () => engine({ waiting: 1 }) })
    await runDemo(demo)
    expect(time()).toBe(120_000)
    expect(lines.join('\n')).toContain('not everything was done')
  })
  test('S-23 an engine that does not answer is a failure, not a summary of nothing', async () => {
    const { demo, lines } = world({ askEngine: async () => null })
    expect(await runDemo(demo)).toBe(1)
    expect(lines.join('\n')).toContain('the engine does not answer')
  })
})

describe('trace lines', () => {
  test('S-22 show the end of the id, on one line, and nothing that is not a code', () => {
    const line = traceLine({ kind: 'trace', event: 'draft', conversationId: '01999999-aaaa-7bbb-8ccc-1234567890ab', detail: 'by=local 怎么还没到\nreply x' })
    expect(line).toBe('draft      567890ab by=local ?reply x')
  })
})
