import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTriage, parseLexicon } from '../../src-engine/domain/triage/index.ts'
import { listInbox } from '../../src-engine/flows/inbox.ts'
import { searchMessages } from '../../src-engine/flows/search.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

const lexicon = parseLexicon(JSON.parse(fs.readFileSync(new URL('../../resources/triage/lexicon.json', import.meta.url), 'utf8')))
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  desk.engine.triage = createTriage(lexicon)
  chen = gateway.open('陈女士')
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

test('EN-8 a code that the customer writes is nowhere on the desk: not in the thread, the list, the search or what windows are told', async () => {
  gateway.customerWrites(chen, '验证码是483921 帮我退到6222021234567894')
  await desk.idle()
  expect(readThread(desk.engine, chen, null, 5).messages.map((m) => m.text)).toEqual(['验证码是****** 帮我退到************7894'])
  expect(searchMessages(desk.engine, '483921', 5)).toEqual([])
  for (const told of [readThread(desk.engine, chen, null, 5), listInbox(desk.engine), desk.patches, desk.traces]) {
    expect(JSON.stringify(told)).not.toMatch(/483921|622202/)
  }
})

test('EN-8 an order number is kept as it was written (a number hidden by mistake could not be looked up)', async () => {
  gateway.customerWrites(chen, '订单号6222021234567894 到哪了')
  await desk.idle()
  expect(readThread(desk.engine, chen, null, 5).messages.map((m) => m.text)).toEqual(['订单号6222021234567894 到哪了'])
})
