import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { PortReply, PortRequest } from '../../../src-shared/contract/port.ts'
import { Desk } from '../../bridge/desk.ts'
import type { EnginePort } from '../../bridge/client.ts'
import { joinWords } from './join-words.ts'
import { changeWords, saveWords, wordsOf } from './words.ts'

const ID = '0198a000-0000-7000-8000-000000000001'

describe('words of two windows', () => {
  test.each([
    ['nothing was typed here', '您好', '您好', '您好，已发货', '您好，已发货'],
    ['both are the same', '您', '您好', '您好', '您好'],
    ['one went on from the other', '您', '您好，在', '您好', '您好，在'],
    ['each added something: theirs comes first', '您好', '您好，稍等', '您好。', '您好。，稍等'],
    ['the other sent them, here it went on', '您好', '您好，稍等', '', '，稍等'],
    ['the other sent them, here they were changed', '您好', '稍等', '', '稍等'],
    ['nothing in common', '', '稍等', '您好', '您好\n稍等'],
  ])('S-32 %s', (_why, before, mine, theirs, joined) => {
    expect(joinWords(before, mine, theirs)).toBe(joined)
  })
})

/** Windows on an engine that keeps words as flows/save-unsent.ts does; what passes between them waits until it is let through. */
class Line {
  kept = ''
  readonly #up: { from: Desk; request: PortRequest }[] = []
  readonly #down = new Map<Desk, PortReply[]>()
  readonly #receive = new Map<Desk, (reply: PortReply) => void>()
  #n = 0

  window(): Desk {
    const desk = new Desk()
    const listeners: ((event: Event) => void)[] = []
    const port: EnginePort = {
      postMessage: (message) => {
        const request = message as PortRequest
        if (request.call === 'unsent.save') this.#up.push({ from: desk, request })
      },
      addEventListener: (type, listener) => { if (type === 'message') listeners.push(listener) }, start: () => undefined, close: () => undefined,
    }
    this.#down.set(desk, [])
    this.#receive.set(desk, (data) => { for (const listener of listeners) listener({ data } as MessageEvent) })
    desk.client.attach(port)
    desk.keptWords.set(ID, '')
    wordsOf(desk, ID)
    return desk
  }

  /** The engine reads the next request. */
  up(): boolean {
    const next = this.#up.shift()
    if (!next) return false
    const { text, basedOn, writer } = next.request.params as CallParams<'unsent.save'>
    const refused = basedOn !== undefined && this.kept !== basedOn && this.kept !== text
    if (!refused && this.kept !== text) {
      this.kept = text
      this.#n += 1
      for (const replies of this.#down.values()) replies.push({ t: 'patches', n: this.#n, patches: [{ kind: 'unsent', conversationId: ID, text, writer: writer ?? null }] })
    }
    this.#down.get(next.from)?.push({ t: 'answer', id: next.request.id, ok: true, result: { newer: refused ? this.kept : null } })
    return true
  }

  /** The window reads what the engine said next. */
  async down(desk: Desk): Promise<boolean> {
    const reply = this.#down.get(desk)?.shift()
    if (!reply) return false
    if (reply.t === 'patches') for (const patch of reply.patches) { if (patch.kind === 'unsent' && patch.writer !== desk.windowId) desk.onOtherWords?.(patch.conversationId, patch.text) }
    else this.#receive.get(desk)?.(reply)
    await vi.advanceTimersByTimeAsync(0)
    return true
  }

  async settle(desks: Desk[]): Promise<void> {
    for (let moved = true; moved;) {
      await vi.advanceTimersByTimeAsync(400)
      moved = this.up()
      for (const desk of desks) moved = await this.down(desk) || moved
    }
  }
}

describe('a conversation in two windows', () => {
  const type = (desk: Desk, text: string) => changeWords(desk, ID, { type: 'type', text: wordsOf(desk, ID).get().text + text })
  const text = (desk: Desk) => wordsOf(desk, ID).get().text
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', { addEventListener: () => undefined })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('S-32 what is typed in one stands in the other, and goes on there (an older half would be written over it)', async () => {
    const line = new Line()
    const [one, two] = [line.window(), line.window()]
    type(one, '您好，')
    await line.settle([one, two])
    expect(text(two)).toBe('您好，')
    type(two, '稍等')
    await line.settle([one, two])
    expect([text(one), line.kept]).toEqual(['您好，稍等', '您好，稍等'])
  })

  test('S-32 a window typed in before it heard of the other’s words keeps both', async () => {
    const line = new Line()
    const [one, two] = [line.window(), line.window()]
    type(one, '您好')
    saveWords(one, ID)
    line.up()
    type(two, '稍等')
    await line.settle([one, two])
    expect([text(one), text(two), line.kept]).toEqual(['您好\n稍等', '您好\n稍等', '您好\n稍等'])
  })

  test('S-32 an echo of one’s own older words does not take back what was typed since', async () => {
    const line = new Line()
    const [one, two] = [line.window(), line.window()]
    type(one, 'a')
    saveWords(one, ID)
    type(one, 'b')
    saveWords(one, ID)
    line.up()
    await line.down(one)
    expect(text(one)).toBe('ab')
    await line.settle([one, two])
    expect([text(one), text(two)]).toEqual(['ab', 'ab'])
  })

  test('S-32 whatever passes between two windows in whatever order: all that was typed is there in the end, in both the same', async () => {
    const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
    const step = fc.record({ window: fc.integer({ min: 0, max: 1 }), what: fc.constantFrom('type', 'save', 'up', 'down', 'wait') })
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 26 }), async (steps) => {
      const line = new Line()
      const desks = [line.window(), line.window()]
      let typed = ''
      for (const { window, what } of steps) {
        const desk = desks[window] as Desk
        if (what === 'type') {
          const letter = LETTERS.charAt(typed.length)
          typed += letter
          type(desk, letter)
        } else if (what === 'save') saveWords(desk, ID)
        else if (what === 'up') line.up()
        else if (what === 'down') await line.down(desk)
        else await vi.advanceTimersByTimeAsync(400)
      }
      await line.settle(desks)
      const [one, two] = desks.map((desk) => text(desk))
      expect(two).toBe(one)
      expect(line.kept).toBe(one)
      for (const letter of typed) expect(one).toContain(letter)
    }), { seed: 20_261_127, numRuns: 500 })
  })
})
