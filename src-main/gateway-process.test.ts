import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LocalText } from '../src-shared/domain/text.ts'
import { FakeProcess } from './fake-process.ts'
import { GatewayProcess } from './gateway-process.ts'

let folder: string
beforeEach(() => {
  vi.useFakeTimers()
  folder = mkdtempSync(join(tmpdir(), 'deskmate-gateway-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})
const SAY = { zh: '端口被占用', en: 'The port is taken.' }

function embedded() {
  const born: FakeProcess[] = []
  const failed: LocalText[] = []
  const start = { dataDir: '/g', key: '0'.repeat(64), seatToken: 't'.repeat(32), resourcesDir: '/r', webChatDir: '/w', sqliteBinding: null, demo: null }
  const gateway = new GatewayProcess(() => {
    const process = new FakeProcess()
    born.push(process)
    return process
  }, start, join(folder, 'ports.json'), { onReady: () => undefined, onFailed: (say) => failed.push(say) }, { write: () => undefined })
  gateway.start()
  const last = () => {
    const process = born.at(-1)
    if (!process) throw new Error('none was started')
    return process
  }
  /** @returns the start message of the newest process */
  const spawn = () => {
    last().emit('spawn')
    return last().posted[0]
  }
  const listens = (seat: number, chat: number) =>
    last().emit('message', { kind: 'ready', ready: { seatUrl: `http://127.0.0.1:${seat}`, chatUrl: `http://127.0.0.1:${chat}`, openUrl: `http://127.0.0.1:${chat + 1}`, pid: 1 } })
  return { failed, last, spawn, listens }
}

describe('embedded gateway', () => {
  test('S-8 that died comes back on the same ports with the same token, so that open chats find it again', () => {
    const { spawn, listens, last } = embedded()
    expect(spawn()).toMatchObject({ seatPort: 0, chatPort: 0 })
    listens(4001, 4002)
    last().emit('exit', 9)
    vi.advanceTimersByTime(200)
    expect(spawn()).toMatchObject({ seatPort: 4001, chatPort: 4002, seatToken: 't'.repeat(32) })
  })
  test('S-8 keeps its ports over a restart of the desk', () => {
    const first = embedded()
    first.spawn()
    first.listens(4001, 4002)
    expect(embedded().spawn()).toMatchObject({ seatPort: 4001, chatPort: 4002, openPort: 4003 })
  })
  test('S-8 takes other ports when its own are taken, without bothering the person', () => {
    const first = embedded()
    first.spawn()
    first.listens(4001, 4002)
    const second = embedded()
    second.spawn()
    second.last().emit('message', { kind: 'failed', say: SAY })
    vi.advanceTimersByTime(200)
    expect(second.spawn()).toMatchObject({ seatPort: 0, chatPort: 0 })
    expect(second.failed).toEqual([])
  })
  test('S-8 that fails on any port says so', () => {
    const { spawn, last, failed } = embedded()
    spawn()
    last().emit('message', { kind: 'failed', say: SAY })
    expect(failed).toEqual([SAY])
  })
})
