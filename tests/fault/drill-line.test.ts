import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { boot, type RunningEngine } from '../../src-engine/boot.ts'
import type { DeskState } from '../../src-shared/contract/desk.ts'
import type { PortReply } from '../../src-shared/contract/port.ts'
import { KEY, openSite, type Site, TOKEN } from '../contract/gateway-harness.ts'

/** The drill with the real line and the real gateway. */
let site: Site
let engine: RunningEngine
afterEach(async () => {
  await engine.close()
  await site.remove()
})

test('Y-16 the line that a drill cut stays cut, also when the gateway moves, and comes back when it is put back: a drill that mends itself, or never', async () => {
  site = await openSite({ conversations: [{ id: 'd01', customerId: null, displayName: 'D', kind: 'routine', angry: false, steps: [{ text: 'hello', at: 0 }] }], demoSpeed: 1 })
  engine = boot({
    kind: 'start', dataDir: mkdtempSync(path.join(tmpdir(), 'deskmate-fault-')), key: KEY, resourcesDir: path.resolve('resources'),
    sqliteBinding: process.env['DESKMATE_SQLITE_BINDING'] ?? null, gateway: { url: site.ready.seatUrl, token: TOKEN }, seatId: 'seat-1', embeddedGateway: false, appVersion: '0.0.0', warnings: [], locale: 'en', model: null, selfWork: false,
  }, () => undefined)
  const states: DeskState[] = []
  const answers: PortReply[] = []
  const window = engine.connect({ post: (reply: PortReply) => {
    if (reply.t === 'patches') for (const patch of reply.patches) if (patch.kind === 'desk') states.push(patch.state)
    if (reply.t === 'answer') answers.push(reply)
  } })
  let calls = 0
  const call = (name: string, params: unknown) => window.request({ t: 'call', id: ++calls, call: name, params })
  const last = () => states.at(-1)
  const settled = (expected: object) => vi.waitFor(() => expect(last()).toMatchObject(expected), { timeout: 10_000, interval: 10 })

  await settled({ link: { state: 'live' }, demo: { playing: true, started: 1, total: 1 } })
  call('drill.network', { down: true, seconds: null })
  await settled({ link: { state: 'offline' }, drill: { network: { until: null } } })
  await site.restart()
  engine.gatewayAt(site.ready.seatUrl, TOKEN)
  call('demo.control', { action: 'pause' })
  await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'demo-offline' } }), { timeout: 5_000 })
  expect(last()?.link.state).toBe('offline')
  call('drill.network', { down: false, seconds: null })
  await settled({ link: { state: 'live' }, drill: { network: null }, demo: { total: 1 } })
  call('demo.control', { action: 'pause' })
  await settled({ demo: { playing: false } })
})
