import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { secretsOf, SetUpForm, settingsFrom, type SetUpValues } from '../../src-shared/domain/set-up.ts'
import { BuiltGateway, kill } from './built-gateway.ts'
import { ChannelSite } from './channel-site.ts'
import { connectSeat, type Seat } from './gateway-harness.ts'

/** A customer's message at the other side. */
export interface Written { externalId: string; threadId: string; name: string; text: string }

/**
 * The other side of a connector, played by a server over a real socket. `hookUrl` comes once the line is saved; kinds
 * without a hook leave it. All methods resolve when the other side has done its part.
 */
export interface OtherSide {
  /** What a person fills in; secrets included, each at least eight characters that stand nowhere else. */
  settings(): SetUpValues
  hookAt(hookUrl: string): void
  /** The site's clock, for what the other side signs with its time. */
  clockAt?(now: () => number): void
  /** Brings these to the gateway, in this order; the same message twice is the same `externalId` twice. Resolves when offered; a refusal is repeated as the real one would. */
  write(messages: readonly Written[]): Promise<void>
  /** Time for what servers of other processes do between two steps of the clock; absent: the other side is played in this one. */
  rest?(): Promise<void>
  /** What customers have, in order of arrival. */
  arrived(): readonly { threadId: string; text: string }[]
  /** The other side does not answer, or answers again. Of a mail server: its port is closed. */
  down(): Promise<void>
  up(): Promise<void>
  /** Bodies and answers that nobody should send; after each the line must go on. At least five. */
  hostile: readonly { name: string; send(): Promise<void> }[]
  /** Refuses the next reply for good. */
  refuseNext(): void
  /** Takes the next reply and cuts the connection before it says so; `taken` is called in between. */
  cutNext(taken: () => void): void
  close(): Promise<void>
}

export interface ConnectorUnderTest { name: string; kind: ConnectorKind; open(): Promise<OtherSide> }

const TIMEOUT = { timeout: 20_000, interval: 20 }
const written = (n: number, thread = 'a'): Written => ({ externalId: `m-${thread}-${n}`, threadId: `thread-${thread}`, name: `Customer ${thread}`, text: `message ${thread} ${n}` })

/** What every connector holds to, whatever it speaks. */
export function connectorContract(under: ConnectorUnderTest): void {
  const { name, kind, open } = under
  killedContract(under)
  describe(`connector contract: ${name}`, () => {
    let site: ChannelSite
    let other: OtherSide
    let id: string
    beforeEach(async () => {
      other = await open()
      site = await ChannelSite.open([kind])
      id = await site.connect(kind.form.kind, other.settings())
      other.hookAt(site.channels.hookUrl(id))
      other.clockAt?.(() => site.clock.now())
    })
    afterEach(async () => {
      await site.remove()
      await other.close()
    })
    const bring = (messages: readonly Written[]) => other.write(messages)
    const advanceUntil = (check: () => Promise<boolean>, stepMs: number) => site.advanceUntil(async () => {
      await other.rest?.()
      return check()
    }, stepMs)
    const taken = (texts: readonly string[]) => vi.waitFor(async () => {
      expect((await site.fromCustomers()).map(({ text }) => withoutSubject(text)).sort()).toEqual([...texts].sort())
    }, TIMEOUT)
    const firstOf = async (text: string): Promise<Message> => {
      const found = (await site.fromCustomers()).find((message) => withoutSubject(message.text) === text)
      if (found === undefined) throw new Error(`"${text}" is not in the log`)
      return found
    }
    const conversation = async (thread = 'a'): Promise<string> => {
      await bring([written(1, thread)])
      return vi.waitFor(async () => (await firstOf(written(1, thread).text)).conversationId, TIMEOUT)
    }
    const arrived = (texts: readonly string[]) => vi.waitFor(() => { expect(other.arrived().map(({ text }) => text.trim())).toEqual(texts) }, TIMEOUT)

    test('CN-1 the form names the settings: a field that goes nowhere, a secret that is shown, a setting nobody can fill in', () => {
      const form = SetUpForm.parse(kind.form)
      expect(new Set(form.fields.map((field) => field.name)).size).toBe(form.fields.length)
      expect([...secretsOf(kind.form)].sort()).toEqual([...kind.secrets].sort())
      expect(kind.settings.safeParse(settingsFrom(other.settings())).success).toBe(true)
      expect(Object.keys(other.settings()).filter((field) => !form.fields.some((known) => known.name === field))).toEqual([])
      for (const preset of form.presets) expect(Object.keys(preset.values).filter((field) => !form.fields.some((known) => known.name === field))).toEqual([])
      for (const text of [form.title, form.about, ...form.steps, ...form.fields.flatMap(({ label, hint }) => hint === undefined ? [label] : [label, hint])]) expect([text.zh.trim() === '', text.en.trim() === '']).toEqual([false, false])
    })

    test('CN-2 a customer\'s message is one message in one conversation, with its words and name: nothing, or a conversation for each message', async () => {
      await bring([written(1), written(2)])
      await taken([written(1).text, written(2).text])
      const messages = await site.fromCustomers()
      expect(new Set(messages.map(({ conversationId }) => conversationId)).size).toBe(1)
      const row = await site.store.read((tx) => tx.conversation(messages[0]?.conversationId ?? ''))
      expect([row?.conversation.channel, row?.conversation.displayName]).toEqual([kind.channel, written(1).name])
    })

    test('CN-3 brought twice, out of order and in a heap it is still one message each: doubled words, a lost one', async () => {
      await bring([written(2), written(1), written(2), written(3), written(1)])
      await bring([written(3), written(4), written(1)])
      await taken([1, 2, 3, 4].map((n) => written(n).text))
    })

    test('CN-4 two customers are two conversations: words of one shown to the other', async () => {
      await bring([written(1), written(1, 'b'), written(2)])
      await taken([written(1).text, written(1, 'b').text, written(2).text])
      const of = async (text: string) => (await firstOf(text)).conversationId
      expect(await of(written(1).text)).toBe(await of(written(2).text))
      expect(await of(written(1, 'b').text)).not.toBe(await of(written(1).text))
    })

    test('CN-6 replies arrive in the order in which they were written: the second before the first', async () => {
      const conversationId = await conversation()
      const texts = ['one', 'two', 'three', 'four', 'five']
      for (const text of texts) await site.reply(conversationId, text)
      await arrived(texts)
    })

    test('BU-3 paragraphs arrive as messages in order, each once, also where one was cut on its way, and nothing comes in between: a doubled half, a second half before the first', async () => {
      const conversationId = await conversation()
      other.cutNext(() => undefined)
      const text = 'The first.\n\nThe second.\n\nThe third.'
      const apart = await site.replyApart(conversationId, text)
      await site.reply(conversationId, 'next')
      const firstIsOver = async (): Promise<boolean> => {
        const row = await site.store.read((tx) => tx.channels.delivery(apart))
        return row !== null && (row.piecesSent > 0 || row.state === 'unsure')
      }
      await advanceUntil(firstIsOver, 10_000)
      // A mail is one message.
      await arrived([...(kind.channel === 'email' ? [text] : text.split('\n\n')), 'next'])
    })

    test('CN-7 down for an hour, then up: every reply arrives once and the window had words for it: a lost reply, a line that stays dead', async () => {
      const conversationId = await conversation()
      await other.down()
      const late = await site.reply(conversationId, 'late')
      // What waits behind it is due all the while, and must not keep it from being tried.
      await site.reply(conversationId, 'later')
      await vi.waitFor(async () => { expect((await site.line(id))?.trouble).not.toBeNull() }, TIMEOUT)
      const trouble = (await site.line(id))?.trouble
      expect([(trouble?.zh ?? '') === '', (trouble?.en ?? '') === '']).toEqual([false, false])
      for (let minute = 0; minute < 60; minute += 1) {
        site.clock.advance(60_000)
        await new Promise((next) => { setImmediate(next) })
      }
      expect(await site.delivery(late)).not.toBe('failed')
      await other.up()
      await advanceUntil(async () => await site.delivery(late) === 'sent', 60_000)
      await arrived(['late', 'later'])
      await bring([written(2)])
      await advanceUntil(async () => (await site.fromCustomers()).length === 2, 60_000)
      await advanceUntil(async () => (await site.line(id))?.trouble === null, 60_000)
    })

    test('CN-8 whatever comes instead of a message, the next one is taken: a line that one bad body stops', async () => {
      expect(other.hostile.length).toBeGreaterThanOrEqual(5)
      for (const { send } of other.hostile) await send()
      await bring([written(1)])
      await vi.waitFor(async () => { await firstOf(written(1).text) }, TIMEOUT)
    })

    test('CN-9 a reply that the channel refuses for good is shown as such and holds up no other: a silence, a queue that stands', async () => {
      const conversationId = await conversation()
      other.refuseNext()
      const refused = await site.reply(conversationId, 'refused')
      await vi.waitFor(async () => { expect(await site.delivery(refused)).toBe('failed') }, TIMEOUT)
      await site.reply(conversationId, 'next')
      await arrived(['next'])
      const told = await site.store.read((tx) => tx.state('delivery', refused))
      expect(told?.type === 'delivery' ? [told.delivery.state, told.delivery.why?.en === '', told.delivery.why?.zh === ''] : null).toEqual(['failed', false, false])
    })

    test('CN-10 cut after the last byte a reply is not at the customer\'s twice: a double that the customer sees', async () => {
      const conversationId = await conversation()
      other.cutNext(() => undefined)
      const cut = await site.reply(conversationId, 'once')
      const settled = kind.idempotent ? ['sent'] : ['sent', 'unsure']
      await advanceUntil(async () => settled.includes(await site.delivery(cut) ?? ''), 10_000)
      await arrived(['once'])
    })

    test('CN-11 no secret and no customer\'s word stands in the log, and no answer gives a secret back: a password in a bug report', async () => {
      const conversationId = await conversation()
      await site.reply(conversationId, 'a reply of ours')
      await arrived(['a reply of ours'])
      await other.down()
      await site.reply(conversationId, 'not to be sent')
      await vi.waitFor(async () => { expect((await site.line(id))?.trouble).not.toBeNull() }, TIMEOUT)
      for (const { send } of other.hostile) await send().catch(() => undefined)
      await site.channels.test({ id, kind: kind.form.kind, values: {} })
      const all = site.logged.join('\n') + JSON.stringify(await site.line(id))
      const secrets = kind.secrets.map((field) => String(other.settings()[field] ?? '')).filter((secret) => secret !== '')
      expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
      expect([written(1).text, 'a reply of ours', 'not to be sent'].filter((text) => site.logged.join('\n').includes(text))).toEqual([])
      await other.up()
    })

    test('CN-12 the test says in words what is wrong, and nothing when all is well: a code, a lie', async () => {
      expect(await site.channels.test({ id, kind: kind.form.kind, values: other.settings() })).toBeNull()
      await other.down()
      const trouble = await site.channels.test({ id, kind: kind.form.kind, values: other.settings() })
      expect([trouble === null, trouble?.zh === '', trouble?.en === '']).toEqual([false, false, false])
      await other.up()
    })
  })
}

/** The same against a gateway of its own process, which is killed at the worst moments. */
function killedContract({ name, kind, open }: ConnectorUnderTest): void {
  describe(`connector contract: ${name}, with kill -9`, () => {
    let built: BuiltGateway
    let other: OtherSide
    beforeAll(async () => { built = await BuiltGateway.build() }, 60_000)
    afterAll(() => built.remove())
    beforeEach(async () => {
      other = await open()
      other.clockAt?.(() => Date.now())
    })
    afterEach(async () => {
      await built.killAll()
      await other.close()
    })

    async function begin(save?: (seat: Seat) => Promise<unknown>): Promise<{ child: ChildProcess; seat: Seat }> {
      const { child, ready } = await built.start(join(built.root, 'killed'))
      const seat = await connectSeat(ready, { protocol: '1.3' })
      await seat.call('live', {})
      await save?.(seat)
      other.hookAt((await seat.call('channels.list', {})).connectors[0]?.hookUrl ?? '')
      return { child, seat }
    }
    const customersWords = async (seat: Seat): Promise<Message[]> => (await seat.call('pull', { after: 0, limit: 1000 })).events
      .flatMap(({ change }) => change.type === 'message' && change.message.author.kind === 'customer' ? [change.message] : [])
    const heard = (seat: Seat, texts: readonly string[]) => vi.waitFor(async () => {
      expect((await customersWords(seat)).map(({ text }) => withoutSubject(text))).toEqual(expect.arrayContaining([...texts]))
    }, TIMEOUT)
    /** As a person does who has read everything. */
    async function say(seat: Seat, text: string, apart = false): Promise<void> {
      const last = (await customersWords(seat)).at(-1)
      if (last === undefined) throw new Error('nobody wrote')
      expect((await seat.reply(last, { text, apart })).status).toBe('accepted')
    }
    const arrived = (texts: readonly string[]) => vi.waitFor(() => { expect(other.arrived().map(({ text }) => text.trim())).toEqual(texts) }, TIMEOUT)

    test('CN-5 a kill loses nothing and doubles nothing, on the way in and on the way out: a cursor that ran ahead, a reply sent twice', async () => {
      const all = [1, 2, 3, 4, 5, 6].map((n) => written(n))
      const first = await begin((seat) => seat.call('channels.save', { id: v7(), kind: kind.form.kind, name, values: other.settings(), enabled: true }))
      await other.write(all.slice(0, 1))
      await heard(first.seat, [written(1).text])
      await say(first.seat, 'before the kill')
      await arrived(['before the kill'])

      // With one of the heap in the log and the others in the air. Only who was turned away offers again.
      const turnedAway: Written[] = []
      const offered = Promise.all(all.slice(1).map((message) => other.write([message]).catch(() => { turnedAway.push(message) })))
      await vi.waitFor(async () => { expect((await customersWords(first.seat)).length).toBeGreaterThan(1) }, TIMEOUT)
      await kill(first.child)
      await offered
      first.seat.close()
      const second = await begin()
      await other.write(turnedAway)
      await heard(second.seat, all.map(({ text }) => text))
      await other.write(all)

      // With the first message of a reply at the other side, and not noted here (BU-3).
      other.cutNext(() => { second.child.kill('SIGKILL') })
      let refused: unknown = null
      // Killed before it could acknowledge: the seat hears of a cut line.
      void say(second.seat, AT_THE_KILL, true).catch((thrown: unknown) => { refused = thrown })
      await vi.waitFor(() => { expect(second.child.signalCode, String(refused)).toBe('SIGKILL') }, TIMEOUT)
      second.seat.close()
      const third = await begin()
      await say(third.seat, 'after the kill')
      await arrived(['before the kill', ...(kind.channel === 'email' ? [AT_THE_KILL] : AT_THE_KILL.split('\n\n')), 'after the kill'])
      await other.write([written(7)])
      await heard(third.seat, [written(7).text])
      const words = await customersWords(third.seat)
      expect([words.length, new Set(words.map(({ conversationId }) => conversationId)).size]).toEqual([all.length + 1, 1])
      third.seat.close()
    })
  })
}

const AT_THE_KILL = 'at the kill\n\nand behind it'

/** A subject stands above the words of a thread's first message. */
const withoutSubject = (text: string): string => text.split('\n\n').at(-1) ?? text
