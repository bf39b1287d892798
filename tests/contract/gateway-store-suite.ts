import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Change, LogEvent } from '../../src-shared/wire/protocol.ts'
import type { Store, WriteTx } from '../../src-gateway/store/store.ts'

/** What every store of the gateway must do. `reopen` closes nothing: it opens the same data again, after `close`. */
export interface StoreUnderTest { open(): Promise<Store>; remove(): Promise<void> }

const sha256 = (digit: string): string => digit.repeat(64)

export function conversationOf(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: v7(), shopId: 'demo', channel: 'web', displayName: 'Visitor', customerId: null, verification: 'none', status: 'open',
    assignee: null, createdAt: 1000, updatedAt: 1000, ...changes,
  }
}

export function messageOf(conversationId: string, seq: number, changes: Partial<Message> = {}): Message {
  return { id: v7(), conversationId, seq, author: { kind: 'customer', id: 'v', name: 'V' }, text: `message ${seq}`, attachments: [], at: 1000 + seq, ...changes }
}

const appendConversation = (tx: WriteTx, conversation: Conversation) => tx.append(conversation.updatedAt, { type: 'conversation', conversation })
const appendMessage = (tx: WriteTx, message: Message) => tx.append(message.at, { type: 'message', message })

/** Runs the contract of store.ts against an implementation. */
export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest
    let store: Store
    beforeEach(async () => {
      under = await make()
      store = await under.open()
    })
    afterEach(async () => {
      await store.close()
      await under.remove()
    })

    test('G-1 events count from 1 without gaps, also after a transaction that failed: a rolled back append that used up a number', async () => {
      const conversation = conversationOf()
      await store.write((tx) => appendConversation(tx, conversation))
      await expect(store.write(async (tx) => {
        await appendMessage(tx, messageOf(conversation.id, 1))
        throw new Error('undo')
      })).rejects.toThrow('undo')
      await store.write((tx) => appendMessage(tx, messageOf(conversation.id, 1)))
      const events = await store.read((tx) => tx.eventsAfter(0, 10))
      expect(events.map((event) => event.n)).toEqual([1, 2])
      expect(await store.read((tx) => tx.head())).toBe(2)
    })

    test('G-1 a failed transaction leaves nothing behind: a message without its event, or a number that moved', async () => {
      const conversation = conversationOf()
      const message = messageOf(conversation.id, 1)
      await store.write((tx) => appendConversation(tx, conversation))
      await expect(store.write(async (tx) => {
        await appendMessage(tx, message)
        await tx.putLease({ conversationId: conversation.id, seatId: 's', expiresAt: 9 })
        await tx.setMeta('x', 'y')
        throw new Error('undo')
      })).rejects.toThrow('undo')
      const left = await store.read(async (tx) => [await tx.message(message.id), await tx.lease(conversation.id), await tx.meta('x'), (await tx.conversation(conversation.id))?.lastSeq])
      expect(left).toEqual([null, null, null, 0])
    })

    test('G-1 a message must carry the next seq and a new id: two nodes that number the same message place', async () => {
      const conversation = conversationOf()
      const first = messageOf(conversation.id, 1)
      await store.write(async (tx) => { await appendConversation(tx, conversation); await appendMessage(tx, first) })
      await expect(store.write((tx) => appendMessage(tx, messageOf(conversation.id, 1)))).rejects.toThrow()
      await expect(store.write((tx) => appendMessage(tx, messageOf(conversation.id, 3)))).rejects.toThrow()
      await expect(store.write((tx) => appendMessage(tx, messageOf(conversation.id, 2, { id: first.id })))).rejects.toThrow()
      await expect(store.write((tx) => appendMessage(tx, messageOf(v7(), 1)))).rejects.toThrow()
      expect(await store.read((tx) => tx.head())).toBe(2)
    })

    test('G-1 writes started together happen one after the other: two appends that read the same head', async () => {
      const conversation = conversationOf()
      await store.write((tx) => appendConversation(tx, conversation))
      await Promise.all(Array.from({ length: 50 }, () => store.write(async (tx) => {
        const row = await tx.conversation(conversation.id)
        await appendMessage(tx, messageOf(conversation.id, (row?.lastSeq ?? 0) + 1))
      })))
      const messages = await store.read((tx) => tx.messagesOf(conversation.id, 0, 100))
      expect(messages.map((message) => message.seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    })

    test('G-2 what was written is there after reopening: an event that only lived in memory', async () => {
      const conversation = conversationOf()
      await store.write(async (tx) => {
        await appendConversation(tx, conversation)
        await appendMessage(tx, messageOf(conversation.id, 1, { text: '您好 "quoted" \u0000 😊' }))
      })
      const before = await store.read((tx) => tx.eventsAfter(0, 10))
      await store.close()
      store = await under.open()
      expect(await store.read((tx) => tx.eventsAfter(0, 10))).toEqual(before)
    })

    test('G-2 listeners hear each commit once, in order, and nothing of a failed one: a push that runs ahead of the log', async () => {
      const heard: LogEvent[] = []
      const stop = store.onAppended((events) => { heard.push(...events) })
      const conversation = conversationOf()
      await store.write((tx) => appendConversation(tx, conversation))
      await store.write(async (tx) => { await appendMessage(tx, messageOf(conversation.id, 1)); throw new Error('undo') }).catch(() => undefined)
      await Promise.all([1, 2, 3].map(() => store.write(async (tx) => {
        const row = await tx.conversation(conversation.id)
        await appendMessage(tx, messageOf(conversation.id, (row?.lastSeq ?? 0) + 1))
      })))
      stop()
      await store.write((tx) => tx.append(1, { type: 'autopilot', paused: true, by: 's' }))
      expect(heard.map((event) => event.n)).toEqual([1, 2, 3, 4])
      expect(heard).toEqual((await store.read((tx) => tx.eventsAfter(0, 4))))
    })

    test('G-3 the present state follows the log: a removed article that a new seat still gets', async () => {
      const article = (id: string, version: number): Change => ({ type: 'article', article: { id, version, title: { zh: '', en: '' }, body: { zh: '', en: '' }, audience: 'customer', topics: [], productIds: [] } })
      await store.write(async (tx) => {
        await tx.append(1, article('a', 1))
        await tx.append(1, article('b', 1))
        await tx.append(1, article('a', 2))
        await tx.append(1, { type: 'article-removed', id: 'b' })
        await tx.append(1, { type: 'shop', shop: { id: 'demo', name: { zh: '店', en: 'Shop' } } })
      })
      const first = await store.read((tx) => tx.states(null, 1))
      const rest = await store.read((tx) => tx.states(first[0] ?? null, 10))
      expect([...first, ...rest].map((row) => row.change)).toEqual([article('a', 2), { type: 'shop', shop: { id: 'demo', name: { zh: '店', en: 'Shop' } } }])
      expect(await store.read((tx) => tx.state('article', 'b'))).toBeNull()
    })

    test('G-3 the newest states of one kind page by key and hold nothing of the next kind: a reader that is given another kind’s rows', async () => {
      const article = (id: string): Change => ({ type: 'article', article: { id, title: { zh: id, en: id }, body: { zh: id, en: id }, audience: 'customer', updatedAt: 1 } as never })
      await store.write(async (tx) => {
        for (const id of ['c', 'a', 'b']) await tx.append(1, article(id))
        await tx.append(1, { type: 'shop', shop: { id: 'demo', name: { zh: '店', en: 'Shop' } } })
      })
      const ids = async (limit: number, after?: string) => (await store.read((tx) => tx.statesOf('article', limit, after))).map(({ article: { id } }) => id)
      expect(await ids(10)).toEqual(['a', 'b', 'c'])
      expect(await ids(1)).toEqual(['a'])
      expect(await ids(10, 'a')).toEqual(['b', 'c'])
      expect(await store.read((tx) => tx.statesOf('campaign', 10))).toEqual([])
    })

    test('G-3 conversations and messages page in order and keep their last numbers: a page that repeats or skips a row', async () => {
      const conversations = [conversationOf(), conversationOf(), conversationOf()].sort((a, b) => (a.id < b.id ? -1 : 1))
      const id = conversations[0]?.id ?? ''
      await store.write(async (tx) => {
        for (const conversation of conversations) await appendConversation(tx, conversation)
        for (let seq = 1; seq <= 5; seq += 1) await appendMessage(tx, messageOf(id, seq, { author: { kind: seq % 2 === 1 ? 'customer' : 'autopilot', id: 'x', name: 'X' } }))
      })
      const paged = await store.read(async (tx) => [...await tx.conversations(null, 2), ...await tx.conversations(conversations[1]?.id ?? '', 2)])
      expect(paged.map((conversation) => conversation.id)).toEqual(conversations.map((conversation) => conversation.id))
      expect(await store.read((tx) => tx.conversation(id))).toMatchObject({ lastSeq: 5, lastCustomerSeq: 5, lastDeskSeq: 4, conversation: { updatedAt: 1005 } })
      const byNumber = await store.read(async (tx) => [...await tx.messagesByNumber(0, 7, 2), ...await tx.messagesByNumber(5, 7, 9)])
      expect(byNumber.map((row) => row.n)).toEqual([4, 5, 6, 7])
      expect((await store.read((tx) => tx.messagesOf(id, 1, 2))).map((message) => message.seq)).toEqual([4, 5])
      expect((await store.read((tx) => tx.messageAt(id, 3)))?.seq).toBe(3)
      expect(await store.read((tx) => tx.messageAt(id, 6))).toBeNull()
    })

    test('G-3 a changed conversation keeps its numbers: an update that resets lastSeq and lets a seq be given twice', async () => {
      const conversation = conversationOf()
      await store.write(async (tx) => {
        await appendConversation(tx, conversation)
        await appendMessage(tx, messageOf(conversation.id, 1))
        await appendConversation(tx, { ...conversation, status: 'resolved', updatedAt: 5000 })
      })
      expect(await store.read((tx) => tx.conversation(conversation.id))).toMatchObject({ lastSeq: 1, conversation: { status: 'resolved', updatedAt: 5000 } })
    })

    test('G-6 leases are replaced and found when run out: two holders of one conversation', async () => {
      await store.write(async (tx) => {
        await tx.putLease({ conversationId: 'c1', seatId: 'a', expiresAt: 100 })
        await tx.putLease({ conversationId: 'c1', seatId: 'b', expiresAt: 200 })
        await tx.putLease({ conversationId: 'c2', seatId: 'a', expiresAt: 300 })
      })
      expect(await store.read((tx) => tx.lease('c1'))).toEqual({ conversationId: 'c1', seatId: 'b', expiresAt: 200 })
      expect((await store.read((tx) => tx.expiredLeases(200, 10))).map((lease) => lease.conversationId)).toEqual(['c1'])
      await store.write((tx) => tx.dropLease('c1'))
      expect(await store.read((tx) => tx.lease('c1'))).toBeNull()
    })

    test('G-14 counters open a window at the first count and start anew after it: tries that never come back, or come back early', async () => {
      const counts = await store.write(async (tx) => [await tx.count('k', 100, 1000), await tx.count('k', 100, 1050), await tx.count('k', 100, 1099), await tx.count('k', 100, 1100), await tx.count('other', 100, 1100)])
      expect(counts).toEqual([1, 2, 3, 1, 1])
      expect(await store.read(async (tx) => [await tx.counted('k', 100, 1199), await tx.counted('k', 100, 1200), await tx.counted('none', 100, 0)])).toEqual([1, 0, 0])
      await store.write((tx) => tx.forgetCounters(1101))
      expect(await store.read((tx) => tx.counted('k', 100, 1150))).toBe(0)
    })

    test('G-13 an attachment is seen by whoever it was granted to, and nobody else: a grant that leaks to another reader', async () => {
      await store.write(async (tx) => {
        await tx.putAttachment({ sha256: sha256('a'), type: 'image/png', bytes: 5 })
        await tx.grantAttachment(sha256('a'), 'visitor:1')
        await tx.grantAttachment(sha256('a'), 'visitor:1')
      })
      expect(await store.read(async (tx) => [await tx.attachmentGranted(sha256('a'), 'visitor:1'), await tx.attachmentGranted(sha256('a'), 'visitor:2'), await tx.attachment(sha256('b'))])).toEqual([true, false, null])
    })

    test('G-4 requests, visitors and demo progress are remembered: a repeated request that runs again', async () => {
      const progress = { demoId: 'd01', nextStep: 1, lastPlayed: { seq: 1, at: 2.5 }, replyAt: null, sentIds: ['m'], round: 1, shift: 20 }
      await store.write(async (tx) => { await tx.putRequest('r', 7); await tx.putVisitor('v', 'c'); await tx.putDemoProgress(progress) })
      await expect(store.write((tx) => tx.putRequest('r', 8))).rejects.toThrow()
      await expect(store.write((tx) => tx.putVisitor('v', 'other'))).rejects.toThrow()
      expect(await store.read(async (tx) => [await tx.request('r'), await tx.request('s'), await tx.visitorConversation('v'), await tx.demoProgress()])).toEqual([7, null, 'c', [progress]])
    })

    test('AC-13 sessions, credentials and invitations are found by their hashes, kept over a restart and gone when dropped; a name belongs to one person (a way in that outlives its end)', async () => {
      const session = { id: 's1', hash: sha256('a'), accountId: 'p', seatId: 'seat', label: 'PC', createdAt: 1, seenAt: 1, expiresAt: 9 }
      const secret = { n: 2, r: 1, p: 1, salt: 'x', hash: 'y' }
      const invitation = { id: 'i1', hash: sha256('b'), name: 'N', role: 'agent' as const, teams: ['t'], by: 'p', createdAt: 1, expiresAt: 9 }
      await store.write(async ({ people }) => {
        await people.putSession(session)
        await people.putSession({ ...session, id: 's2', hash: sha256('c'), accountId: 'q', createdAt: 2 })
        await people.putSession({ ...session, seenAt: 5, expiresAt: 12 })
        await people.putCredential({ accountId: 'p', login: 'amy', secret, changedAt: 1 })
        await people.putInvitation(invitation)
        await people.putTries('name:x', { failed: 3, until: 7 })
      })
      await expect(store.write(({ people }) => people.putCredential({ accountId: 'q', login: 'amy', secret, changedAt: 1 }))).rejects.toThrow()
      await store.close()
      store = await under.open()
      expect(await store.read(async ({ people }) => [
        await people.session('s1'), (await people.sessionByHash(sha256('c')))?.id, (await people.sessions(null)).map(({ id }) => id), (await people.sessions('p')).map(({ id }) => id),
        (await people.credentialOf('amy'))?.accountId, (await people.credential('p'))?.secret, await people.invitationByHash(sha256('b')), await people.tries('name:x'),
      ])).toEqual([{ ...session, seenAt: 5, expiresAt: 12 }, 's2', ['s2', 's1'], ['s1'], 'p', secret, invitation, { failed: 3, until: 7 }])
      await store.write(async ({ people }) => {
        await people.dropSession('s1')
        await people.dropInvitation('i1')
        await people.forgetTries(8)
      })
      expect(await store.read(async ({ people }) => [await people.sessionByHash(sha256('a')), await people.invitations(), await people.tries('name:x')])).toEqual([null, [], null])
    })

    test('AC-13 lines of the record follow each other without a gap and are read in both directions, by person and deed (a line that takes the place of another)', async () => {
      const line = (n: number, accountId: string | null, what: string) => ({ n, at: n, accountId, name: 'N', seatId: null, what, ref: { id: 'x', paused: true }, outcome: 'done', hash: sha256(String(n)) })
      await store.write(async ({ people }) => { for (const each of [line(1, 'p', 'send'), line(2, null, 'sign-in'), line(3, 'p', 'note')]) await people.appendAudit(each) })
      await expect(store.write(({ people }) => people.appendAudit(line(5, 'p', 'send')))).rejects.toThrow()
      await expect(store.write(({ people }) => people.appendAudit(line(3, 'p', 'send')))).rejects.toThrow()
      const numbers = (filter: { accountId: string | null; what: string | null }, before: number | null = null) => store.read(async ({ people }) => (await people.auditBefore(before, 2, filter)).map(({ n }) => n))
      expect([await numbers({ accountId: null, what: null }), await numbers({ accountId: null, what: null }, 2), await numbers({ accountId: 'p', what: null }), await numbers({ accountId: null, what: 'sign-in' })]).toEqual([[3, 2], [1], [3, 1], [2]])
      expect(await store.read(({ people }) => people.auditAfter(1, 1))).toEqual([line(2, null, 'sign-in')])
    })

    test('HA-22 keys are found by their hash, answers by key and Idempotency-Key, webhooks and letters as they were put, over a restart, and gone when dropped; turns of conversations are the log\'s own (a revoked key that still opens)', async () => {
      const key = { id: 'k1', name: 'ERP', prefix: 'dmk_x', scopes: ['tickets:read' as const], createdAt: 1, createdBy: 'A', expiresAt: null, lastUsedAt: null, hash: sha256('k') }
      const webhook = { id: 'w1', name: 'ERP', url: 'https://x.example', events: ['effect.done' as const], words: false, ownNetwork: false, createdAt: 1, enabled: true, secret: 's', oldSecret: null, cursor: 3, attempts: 0, nextAt: 0, failingSince: null, trouble: null, paused: false, lastDeliveredAt: null }
      const answer = { fingerprint: 'f', status: 201, body: '{}', at: 5 }
      const letter = { id: 'l1', webhookId: 'w1', n: 2, type: 'effect.done' as const, why: { zh: '', en: '' }, at: 4 }
      await store.write(async ({ integrations }) => {
        await integrations.putKey(key)
        await integrations.putKey({ ...key, lastUsedAt: 7 })
        await integrations.putAnswer('k1', 'a', answer)
        await integrations.putWebhook(webhook)
        await integrations.putWebhook({ ...webhook, cursor: 9 })
        for (const at of [4, 6]) await integrations.putLetter({ ...letter, id: `l${at}`, at })
      })
      await expect(store.write(({ integrations }) => integrations.putKey({ ...key, id: 'k2' }))).rejects.toThrow()
      await expect(store.write(({ integrations }) => integrations.putAnswer('k1', 'a', answer))).rejects.toThrow()
      await store.close()
      store = await under.open()
      expect(await store.read(async ({ integrations }) => [
        await integrations.keyByHash(sha256('k')), (await integrations.keys()).length, await integrations.keyByHash(sha256('other')), await integrations.answer('k1', 'a'), await integrations.answer('k2', 'a'),
        await integrations.webhooks(), (await integrations.letters(9)).map(({ id }) => id),
      ])).toEqual([{ ...key, lastUsedAt: 7 }, 1, null, answer, null, [{ ...webhook, cursor: 9 }], ['l6', 'l4']])
      await store.write(async ({ integrations }) => {
        await integrations.forgetAnswers(6)
        await integrations.dropKey('k1')
        await integrations.dropWebhook('w1')
      })
      expect(await store.read(async ({ integrations }) => [await integrations.keyByHash(sha256('k')), await integrations.answer('k1', 'a'), await integrations.webhook('w1'), await integrations.letters(9)])).toEqual([null, null, null, []])
      const first = await store.read((tx) => tx.head())
      const conversation = conversationOf()
      for (const status of ['open', 'open', 'resolved', 'open'] as const) await store.write((tx) => appendConversation(tx, { ...conversation, status }))
      expect([...(await store.read(({ integrations }) => integrations.turns(first, first + 4)))]).toEqual([[first + 1, 'opened'], [first + 3, 'resolved'], [first + 4, 'reopened']])
    })

    test('DF-9 what was told of a day replaces what was told before, of the same log, seat, account and day alone; sums are found by their end, over a restart, and both are forgotten by day', async () => {
      const told = { logId: 'log', seatId: 's1', accountId: 'a', day: '2026-11-20', told: { damaged: { heavy: 2 } }, summed: {} }
      const others = [{ ...told, day: '2026-11-21' }, { ...told, seatId: 's2' }, { ...told, accountId: 'b' }, { ...told, logId: 'old' }]
      const sums = [{ topic: 'others' as const, from: '2026-11-10', until: '2026-11-21', counts: { heavy: 30 } }, { topic: 'damaged' as const, from: '2026-11-20', until: '2026-11-20', counts: { light: 21 } }]
      await store.write(async ({ outcomes }) => {
        for (const each of [told, ...others]) await outcomes.putToldDay(each)
        await outcomes.putToldDay({ ...told, told: { none: { 'none-late': 1 } }, summed: { damaged: { heavy: 1 } } })
        for (const sum of sums) await outcomes.addOutcomeSum(sum)
      })
      await store.close()
      store = await under.open()
      expect(await store.read(({ outcomes }) => outcomes.toldDay(told))).toEqual({ ...told, told: { none: { 'none-late': 1 } }, summed: { damaged: { heavy: 1 } } })
      expect(await store.read(({ outcomes }) => outcomes.toldDay({ ...told, day: '2026-11-22' }))).toBeNull()
      expect((await store.read(({ outcomes }) => outcomes.toldDays())).map(({ day, logId, seatId, accountId }) => [day, logId, seatId, accountId])).toEqual([
        ['2026-11-20', 'log', 's1', 'a'], ['2026-11-20', 'log', 's1', 'b'], ['2026-11-20', 'log', 's2', 'a'], ['2026-11-20', 'old', 's1', 'a'], ['2026-11-21', 'log', 's1', 'a'],
      ])
      expect(await store.read(async ({ outcomes }) => [await outcomes.outcomeSums('2026-11-01'), await outcomes.outcomeSums('2026-11-21')])).toEqual([sums, sums.slice(0, 1)])
      await store.write(({ outcomes }) => outcomes.forgetOutcomes('2026-11-21'))
      expect(await store.read(async ({ outcomes }) => [(await outcomes.toldDays()).map(({ day }) => day), await outcomes.outcomeSums('')])).toEqual([['2026-11-21'], sums.slice(0, 1)])
    })
  })
}
