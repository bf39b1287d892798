import { mkdtempSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Server } from 'socket.io'
import { v7 } from 'uuid'
import { test } from 'vitest'
import { boot } from '../../src-engine/boot.ts'
import type { PortReply } from '../../src-shared/contract/port.ts'

test.each((process.env.NS ?? '100,200,400').split(',').map(Number))('backlog of %i', async (N) => {
  const per = Number(process.env.PER ?? 1)
  const old = process.env.OLD === '1' ? 10 * 86_400_000 : 0
  const changes: unknown[] = []
  const now = Date.now()
  const convs = Array.from({ length: N }, (_, i) => ({ id: v7(), shopId: 'demo', channel: 'web', displayName: `V${i}`, customerId: null, verification: 'none', status: 'open', assignee: null, createdAt: now, updatedAt: now }))
  for (const c of convs) changes.push({ type: 'conversation', conversation: c })
  for (const c of convs) for (let s = 1; s <= per; s++) changes.push({ type: 'message', message: { id: v7(), conversationId: c.id, seq: s, author: { kind: 'customer', id: 'x', name: 'x' }, text: '我的快递到哪了,怎么还没到啊,都三天了 ' + s, attachments: [], at: now - old } })
  const http = createServer()
  const io = new Server(http)
  await new Promise<void>((r) => { http.listen(0, '127.0.0.1', r) })
  const logId = v7()
  io.on('connection', (socket) => {
    socket.onAny((call: string, p: any, ack: any) => {
      const at = p?.page ? Number(p.page) : 0
      const r: any = { hello: { protocol: '1.0', logId, head: changes.length, mode: 'snapshot', now: Date.now() }, pull: { events: [], head: changes.length }, live: { head: changes.length },
        snapshot: { changes: changes.slice(at, at + 500), next: at + 500 < changes.length ? String(at + 500) : null, cursor: changes.length } }[call] ?? {}
      ack({ ok: true, result: r })
    })
  })
  const t0 = performance.now()
  let live = 0
  const h = monitorEventLoopDelay({ resolution: 10 }); h.enable()
  let gap = 0; let lastTick = performance.now(); const tick = setInterval(() => { const n = performance.now(); gap = Math.max(gap, n - lastTick); lastTick = n }, 5)
  let drafts = 0
  let tLast = 0
  const engine = boot({ kind: 'start', dataDir: mkdtempSync(path.join(tmpdir(), 'dm-')), key: 'ab'.repeat(32), resourcesDir: path.resolve('resources'), sqliteBinding: process.env['DESKMATE_SQLITE_BINDING'] ?? null, gateway: { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, token: 'x'.repeat(40) }, seatId: 's', warnings: [], locale: 'zh', model: null, selfWork: false },
    (m) => { if (m.kind === 'trace' && m.event === 'link') { live = performance.now(); console.log('live after', Math.round(live - t0), 'ms; max loop delay so far', Math.round(h.max / 1e6)); h.reset() } if (m.kind === 'trace' && m.event === 'draft') { drafts++; tLast = performance.now() } })
  const answers: PortReply[] = []
  const w = engine.connect({ post: (r) => { if (r.t === 'answer') answers.push(r) } })
  const end = Date.now() + Number(process.env.MAXMS ?? 90_000)
  const want = old ? 0 : N
  while ((live === 0 || drafts < want) && Date.now() < end) await new Promise((r) => setTimeout(r, 20))
  await new Promise((r) => setTimeout(r, 50))
  console.log(`N=${N}: drafts ${drafts} in ${Math.round(tLast - live)} ms after live; max event-loop block ${Math.round(gap)} ms; rss ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
  const t1 = performance.now(); w.request({ t: 'call', id: 1, call: 'desk.open', params: {} })
  await new Promise((r) => setTimeout(r, 0)); while (answers.length === 0) await new Promise((r) => setTimeout(r, 1))
  console.log('desk.open', Math.round(performance.now() - t1), 'ms', JSON.stringify(answers[0]).length)
  clearInterval(tick); await engine.close(); io.close()
}, 200_000)
