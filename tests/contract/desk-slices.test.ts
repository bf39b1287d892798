import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

/** A gateway with one conversation of `count` messages. */
function busyGateway(count: number): MemoryGateway {
  const gateway = new MemoryGateway()
  const id = gateway.open()
  for (let i = 0; i < count; i++) gateway.customerWrites(id, `第 ${i} 句`)
  return gateway
}

/** Calls `look` at every turn of the event loop until told to end. */
function everyTurn(look: () => void): () => void {
  let on = true
  const again = (): void => {
    if (!on) return
    look()
    setImmediate(again)
  }
  setImmediate(again)
  return () => { on = false }
}

const cursorOf = (desk: ReturnType<typeof openDesk>): number => desk.store.settings.read('cursor', 0)

/** A desk that knows this log already and has missed all of it. */
function behind(gateway: MemoryGateway) {
  const desk = openDesk(gateway)
  desk.store.settings.write('log-id', gateway.logId)
  return desk
}

test('BE-6 a long page is committed in slices with turns in between (a window that stands still while a desk catches up)', async () => {
  const gateway = busyGateway(300)
  const desk = behind(gateway)
  const seen = new Set<number>()
  const end = everyTurn(() => seen.add(cursorOf(desk)))
  await desk.connect()
  end()
  expect([...seen].filter((n) => n > 0 && n < gateway.events.length).length).toBeGreaterThan(3)
  expect(cursorOf(desk)).toBe(gateway.events.length)
})

test('BE-7 a page cut in the middle ends at a whole slice, and the next catch-up brings the rest once', async () => {
  const gateway = busyGateway(300)
  const desk = behind(gateway)
  const end = everyTurn(() => { if (cursorOf(desk) > 0 && gateway.online) desk.cut() })
  await expect(desk.connect()).rejects.toMatchObject({ code: 'offline' })
  end()
  const reached = cursorOf(desk)
  expect(reached).toBeGreaterThan(0)
  expect(reached).toBeLessThan(gateway.events.length)
  expect(desk.store.messages.ids('customer')).toHaveLength(reached - 1)
  await desk.connect()
  expect(desk.store.messages.ids('customer')).toHaveLength(300)
})

test('BE-7 what is left of a page of another log is not applied after the desk went over to a new one', async () => {
  const old = busyGateway(300)
  const desk = behind(old)
  let moved = false
  const end = everyTurn(() => {
    if (cursorOf(desk) === 0 || moved) return
    moved = true
    desk.cut()
    desk.store.forgetLog()
    desk.store.settings.write('cursor', 0)
  })
  await expect(desk.connect()).rejects.toMatchObject({ code: 'offline' })
  end()
  expect(desk.store.messages.ids('customer')).toEqual([])
})
