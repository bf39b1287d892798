import fs from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Attachment } from '../../src-shared/domain/attachment.ts'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { saveUnsentParts } from '../../src-engine/flows/save-unsent-parts.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('a photo of the cracked mug')])
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  chen = gateway.open('陈女士')
  await desk.connect()
  gateway.customerWrites(chen, '杯子裂了')
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const keep = (bytes: Buffer = PNG): Promise<Attachment> => desk.engine.attachments.keep(bytes, { width: 640, height: 480 })
function send(more: { text?: string; attachments?: Attachment[]; quoteId?: string } = {}, id = v7()): string {
  sendReply(desk.engine, { id, conversationId: chen, text: '', attachments: [], basedOnSeq: 1, draftId: null, ...more }, '小林')
  return id
}
const said = () => gateway.thread(chen).slice(1).map((m) => [m.text, m.attachments.length])
const shown = (id: string) => readThread(desk.engine, chen, null, 50).messages.find((m) => m.id === id)

describe('pictures', () => {
  test('V-6 a picture written offline is shown at once, uploaded after the catch-up and sent once, before the words written after it', async () => {
    desk.cut()
    const picture = await keep()
    const id = send({ attachments: [picture] })
    send({ text: '就是这张' })
    await desk.idle()
    expect(shown(id)).toMatchObject({ delivery: 'queued', attachments: [{ sha256: picture.sha256, width: 640 }] })
    await desk.connect()
    expect(said()).toEqual([['', 1], ['就是这张', 0]])
    expect([...gateway.pictures]).toEqual([picture.sha256])
  })

  test.each(['cut-before', 'lost-answer'] as const)('V-6 the line fails with "%s" while it is uploaded, and the desk is killed: it arrives exactly once', async (fault) => {
    const picture = await keep()
    gateway.fault = () => fault
    send({ text: '看图', attachments: [picture] })
    await desk.idle()
    const dir = desk.kill()
    gateway.fault = () => 'none'
    desk = openDesk(gateway, { dir })
    await desk.connect()
    expect(said()).toEqual([['看图', 1]])
    await desk.pass(10_000)
    expect(said()).toEqual([['看图', 1]])
  })

  test('V-6 a gateway that lost the picture gets it again: a reply that is refused for ever', async () => {
    const picture = await keep()
    let lose = true
    const upload = desk.engine.attachments.upload
    desk.engine.attachments.upload = async (sha256) => {
      await upload(sha256)
      if (lose) gateway.pictures.clear()
      lose = false
    }
    send({ attachments: [picture] })
    await desk.idle()
    expect(said()).toEqual([])
    await desk.pass(6_000)
    expect(said()).toEqual([['', 1]])
  })

  test('V-7 a large picture that hangs holds up nobody else\'s words', async () => {
    const li = gateway.open('李先生')
    gateway.customerWrites(li, '在吗')
    await desk.idle()
    let finish = (): void => undefined
    desk.engine.attachments.upload = (sha256) => new Promise((done) => { finish = () => { gateway.pictures.add(sha256); done() } })
    send({ attachments: [await keep()] })
    sendReply(desk.engine, { id: v7(), conversationId: li, text: '在的', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
    await expect.poll(() => gateway.thread(li).map((m) => m.text)).toEqual(['在吗', '在的'])
    expect(said()).toEqual([])
    finish()
    await desk.idle()
    expect(said()).toEqual([['', 1]])
  })

  test('V-8 a picture that is gone from the disk: the reply is held with that reason and comes back into the composer whole', async () => {
    const picture = await keep()
    fs.rmSync(path.join(desk.dir, 'attachments', picture.sha256))
    const id = send({ text: '看图', attachments: [picture] })
    await desk.idle()
    expect(desk.store.outbox.get(id)).toMatchObject({ state: 'held', holdReason: 'picture' })
    expect(takeBackReply(desk.engine, id)).toMatchObject({ text: '看图', attachments: [picture], quote: null })
    expect(readThread(desk.engine, chen, null, 50).unsentParts.attachments).toEqual([picture])
  })

  test('V-9 pictures and quote stand in the composer after a kill, and are gone once sent: a screenshot lost with the window', async () => {
    const picture = await keep()
    const asked = gateway.thread(chen)[0]
    saveUnsentParts(desk.engine, chen, { attachments: [picture], quoteId: asked?.id ?? null })
    const dir = desk.kill()
    desk = openDesk(gateway, { dir })
    expect(readThread(desk.engine, chen, null, 50).unsentParts).toMatchObject({ attachments: [picture], quote: { id: asked?.id, text: '杯子裂了', kind: 'customer' } })
    expect(Buffer.from((await desk.engine.attachments.read(picture.sha256))?.bytes ?? []).equals(PNG)).toBe(true)
    await desk.connect()
    send({ attachments: [picture], quoteId: asked?.id ?? '' })
    expect(readThread(desk.engine, chen, null, 50).unsentParts).toEqual({ attachments: [], quote: null })
  })

  test('V-9 bytes that are no picture are not kept, and the file on the disk shows none of a picture', async () => {
    await expect(keep(Buffer.from('<svg onload=alert(1)>'))).rejects.toMatchObject({ code: 'attachment-type' })
    const { sha256 } = await keep()
    expect(fs.readFileSync(path.join(desk.dir, 'attachments', sha256)).includes('cracked mug')).toBe(false)
  })
})

test('V-1 a reply with a quote waits offline and stands in the log with it', async () => {
  const asked = gateway.thread(chen)[0]
  desk.cut()
  const id = send({ text: '抱歉', quoteId: asked?.id ?? '' })
  expect(shown(id)?.quote).toMatchObject({ id: asked?.id, text: '杯子裂了' })
  await desk.connect()
  expect(gateway.thread(chen).at(-1)?.quote).toMatchObject({ id: asked?.id, seq: 1 })
  expect(shown(id)?.quote).toMatchObject({ id: asked?.id })
})

describe('recall', () => {
  test('V-10 the customer whose answer was taken back waits again, with the draft: a customer forgotten under "waiting for them"', async () => {
    await desk.pass(1)
    const id = send({ text: '发错人了' })
    await desk.idle()
    expect(listInbox(desk.engine)[0]).toMatchObject({ section: 'waiting-for-customer', lastLine: '发错人了', lastBy: 'desk' })
    expect(shown(id)?.recallUntil).toBe((shown(id)?.at ?? 0) + 120_000)
    await recallReply(desk.engine, id)
    expect(listInbox(desk.engine)[0]).toMatchObject({ section: 'needs-you', lastLine: '杯子裂了', lastBy: 'customer' })
    expect(shown(id)).toMatchObject({ text: '发错人了', recalledAt: expect.any(Number) })
    expect(shown(id)?.recallUntil).toBeUndefined()
    await recallReply(desk.engine, id)
    expect(gateway.events.filter((e) => e.change.type === 'message-recalled')).toHaveLength(1)
  })

  test('V-10 the same on a desk that hears of it later, by events and by snapshot', async () => {
    const id = send({ text: '发错人了' })
    await desk.idle()
    await recallReply(desk.engine, id)
    const state = listInbox(desk.engine)[0]
    const other = openDesk(gateway)
    await other.connect()
    expect(listInbox(other.engine)[0]).toMatchObject({ section: state?.section, lastLine: '杯子裂了', waitingSince: state?.waitingSince })
    expect(other.errors).toEqual([])
    other.kill()
  })

  test('V-11 offline nothing is taken back later in secret: it is said at once; so is "too late"', async () => {
    const id = send({ text: '发错人了' })
    await desk.idle()
    desk.cut()
    await expect(recallReply(desk.engine, id)).rejects.toMatchObject({ code: 'recall-offline' })
    await desk.connect()
    expect(shown(id)?.recalledAt).toBeUndefined()
    await desk.pass(121_000)
    await expect(recallReply(desk.engine, id)).rejects.toMatchObject({ code: 'recall-too-late' })
    expect(shown(id)?.recallUntil).toBeUndefined()
  })

  test('V-11 the answer is lost: the log tells that it was taken back', async () => {
    const id = send({ text: '发错人了' })
    await desk.idle()
    gateway.fault = () => 'lost-answer'
    await expect(recallReply(desk.engine, id)).rejects.toMatchObject({ code: 'recall-offline' })
    gateway.fault = () => 'none'
    expect(shown(id)?.recalledAt).toBeTypeOf('number')
  })
})

test('V-12 how far the customer has read is known after a restart and never goes back', async () => {
  send({ text: '在的' })
  await desk.idle()
  gateway.publish({ type: 'read', conversationId: chen, seq: 2, at: gateway.now })
  gateway.publish({ type: 'read', conversationId: chen, seq: 1, at: gateway.now })
  await desk.idle()
  expect(desk.patches).toContainEqual({ kind: 'read', conversationId: chen, seq: 2 })
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  expect(readThread(desk.engine, chen, null, 50).readSeq).toBe(2)
})
