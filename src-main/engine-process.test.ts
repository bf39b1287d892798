import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EngineStart } from '../src-shared/contract/shell.ts'
import type { AppErrorShape } from '../src-shared/errors.ts'
import { EngineProcess } from './engine-process.ts'
import { FakeProcess } from './fake-process.ts'

const START: Omit<EngineStart, 'kind'> = {
  dataDir: '/desk', key: '0'.repeat(64), resourcesDir: '/r', sqliteBinding: null, gateway: null, seatId: 's', embeddedGateway: true, appVersion: '0', warnings: [], locale: 'en', model: null, selfWork: false,
}
const GATEWAY = { url: 'http://127.0.0.1:1234', token: 't' }

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function desk() {
  const born: FakeProcess[] = []
  const failed: AppErrorShape[] = []
  let readies = 0
  const engine = new EngineProcess(() => {
    const process = new FakeProcess()
    born.push(process)
    return process
  }, START, {
    onReady: () => { readies++ }, onFailed: (error) => failed.push(error), onTrace: () => undefined, onAttention: () => undefined, onSeat: () => undefined, onAppearance: () => undefined, onSide: () => undefined, onElsewhere: () => undefined,
  }, { write: () => undefined })
  const boot = () => {
    const process = born.at(-1)
    if (!process) throw new Error('none was started')
    process.emit('spawn')
    process.emit('message', { kind: 'ready' })
    return process
  }
  engine.start()
  return { engine, born, failed, boot, readies: () => readies }
}

describe('engine', () => {
  test('S-6 started again, it is told where the gateway is now, not where it was at first', () => {
    const { engine, boot } = desk()
    const first = boot()
    engine.gatewayAt(GATEWAY)
    expect(first.posted.at(-1)).toEqual({ kind: 'gateway', ...GATEWAY })
    first.emit('exit', 1)
    vi.advanceTimersByTime(200)
    expect(boot().posted[0]).toMatchObject({ kind: 'start', gateway: GATEWAY })
  })
  test('S-6 a gateway that listens while the engine is still booting is not missed', () => {
    const { engine, born, boot } = desk()
    born[0]?.emit('spawn')
    engine.gatewayAt(GATEWAY)
    expect(boot().posted).toContainEqual({ kind: 'gateway', ...GATEWAY })
  })
  test('S-7 each start reports ready, so that open windows get a new port; none is given before', () => {
    const { engine, boot, readies } = desk()
    expect(engine.isReady).toBe(false)
    boot().emit('exit', 1)
    expect(engine.isReady).toBe(false)
    vi.advanceTimersByTime(200)
    boot()
    expect(readies()).toBe(2)
  })
  test('S-11 a picture that was asked for when the engine died is answered with nothing, not never', async () => {
    const { engine, boot } = desk()
    const process = boot()
    const answer = engine.attachment('a'.repeat(64))
    process.emit('exit', 1)
    expect(await answer).toBeNull()
    expect(await engine.attachment('a'.repeat(64))).toBeNull()
  })
  test('S-11 answers go to whom they belong, also out of order', async () => {
    const { engine, boot } = desk()
    const process = boot()
    const [one, two] = [engine.attachment('1'.repeat(64)), engine.attachment('2'.repeat(64))]
    const answer = (id: number, found: boolean) => process.emit('message', { kind: 'attachment', id, found, type: null, bytes: null })
    answer(2, true)
    answer(1, false)
    expect([(await one)?.found, (await two)?.found]).toEqual([false, true])
  })
  test('S-3 an engine that cannot open its data is not started over and over; the person is told once', () => {
    const { born, failed, boot } = desk()
    const process = boot()
    const error = { code: 'db-newer', retryable: false, say: { zh: '新', en: 'newer' } }
    process.emit('message', { kind: 'failed', error })
    process.emit('exit', 1)
    vi.advanceTimersByTime(60_000)
    expect(failed).toEqual([error])
    expect(born).toHaveLength(1)
  })
  test('S-6 a failure that may pass is tried again, even when the process lingers', () => {
    const { born, failed, boot } = desk()
    boot().emit('message', { kind: 'failed', error: { code: 'disk-full', retryable: true, say: { zh: '满', en: 'full' } } })
    vi.advanceTimersByTime(200)
    expect(born).toHaveLength(2)
    expect(failed).toEqual([])
  })
  test('S-6 what is not in the contract is dropped and harms nothing', () => {
    const { engine, boot } = desk()
    boot().emit('message', { kind: 'port', evil: true })
    expect(engine.isReady).toBe(true)
  })
})
