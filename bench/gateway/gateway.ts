import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { v7 } from 'uuid'
import { PROTOCOL_VERSION } from '../../src-shared/wire/protocol.ts'
import { connectCustomer, connected, customerSends, startGateway } from '../desk/gateway-process.ts'
import { ROOT, SEAT_TOKEN } from '../desk/places.ts'
import { ensure, type Measure } from '../measure.ts'
import { interleave, quantile } from '../stats.ts'
import { connectRaw, type RawSocket } from './raw-seat.ts'
import { startServer } from '../desk/server-process.ts'

const SEATS = 60
const CUSTOMERS = 440
const PER_SECOND = 500
const ROUND_SECONDS = 8
const ROUNDS = 3
const WARM_UPS = 1
/** Messages leave in groups so large, so many times a second. */
const TICKS = 50
const TEXT = '请问我的包裹到哪里了？已经三天了 '

/** One server with everybody connected. */
interface Crowd {
  name: string
  /** Sends one customer's message; resolves with its acknowledgement. */
  send(customer: number, text: string): Promise<void>
  /** Told of every message that the watching seat was pushed, by its words. */
  onSeen(listener: (text: string) => void): void
  raw: readonly RawSocket[]
  stop(): Promise<void>
}

/** One round at full pace. @returns 99 of 100 messages were on the watching seat within so many milliseconds */
async function round(crowd: Crowd, number: number, notes: Map<string, number[]>): Promise<number> {
  const sentAt = new Map<string, number>()
  const took: number[] = []
  const acks: number[] = []
  let all: () => void = () => undefined
  const everything = new Promise<void>((resolve) => { all = resolve })
  const count = PER_SECOND * ROUND_SECONDS
  crowd.onSeen((text) => {
    const at = sentAt.get(text)
    if (at === undefined) return
    took.push(performance.now() - at)
    if (took.length === count) all()
  })
  const answers: Promise<void>[] = []
  const began = performance.now()
  for (let sent = 0; sent < count;) {
    const due = Math.min(count, Math.ceil((performance.now() - began) / 1000 * PER_SECOND))
    for (; sent < due; sent++) {
      const text = `${TEXT}${number}-${sent}`
      const at = performance.now()
      sentAt.set(text, at)
      answers.push(crowd.send(sent % CUSTOMERS, text).then(() => { acks.push(performance.now() - at) }))
    }
    await new Promise((resolve) => setTimeout(resolve, 1000 / TICKS))
  }
  await Promise.all(answers)
  await everything
  const seconds = (performance.now() - began) / 1000
  ensure(new Set(sentAt.keys()).size === took.length, 'every message once on the watching seat')
  const ending = `${number}-${count - 1}`
  const deadline = Date.now() + 10_000
  while (crowd.raw.some((seat) => !seat.lastHas(ending)) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
  ensure(crowd.raw.every((seat) => seat.lastHas(ending)), 'the last message on all seats')
  const keep = (what: string, value: number) => notes.set(`${crowd.name} ${what}`, [...(notes.get(`${crowd.name} ${what}`) ?? []), value])
  keep('messages a second', count / seconds)
  keep('p99 of the acknowledgement', quantile(acks, 0.99))
  keep('p50 on the seat', quantile(took, 0.5))
  return quantile(took, 0.99)
}

async function echoCrowd(): Promise<Crowd> {
  const server = await startServer<{ port: number }>(path.join(ROOT, 'out/bench/echo-server.js'), [], process.env)
  const url = `http://127.0.0.1:${server.ready.port}`
  const watch = await connected(io(url, { transports: ['websocket'], forceNew: true }))
  await watch.emitWithAck('live')
  let seen: (text: string) => void = () => undefined
  watch.on('events', ({ events }: { events: { text: string }[] }) => { for (const { text } of events) seen(text) })
  const raw: RawSocket[] = []
  for (let seat = 1; seat < SEATS; seat++) raw.push(await connectRaw(url, {}, [['live']]))
  const customers: Socket[] = []
  for (let customer = 0; customer < CUSTOMERS; customer++) customers.push(await connected(io(url, { transports: ['websocket'], forceNew: true })))
  return {
    name: 'echo', raw, onSeen: (listener) => { seen = listener },
    send: async (customer, text) => { await customers[customer]?.emitWithAck('send', { id: v7(), text }) },
    async stop() {
      for (const one of [watch, ...customers, ...raw]) one.close()
      await server.stop()
    },
  }
}

async function gatewayCrowd(dataDir: string): Promise<Crowd> {
  const server = await startGateway(dataDir)
  const { seatUrl, chatUrl } = server.ready
  const auth = (seat: number) => ({ token: SEAT_TOKEN, seatId: `seat-${seat}`, protocol: PROTOCOL_VERSION })
  const hello = { logId: null, cursor: 0 }
  const watch = await connected(io(seatUrl, { auth: auth(0), transports: ['websocket'], forceNew: true }))
  await watch.emitWithAck('hello', hello)
  await watch.emitWithAck('live', {})
  let seen: (text: string) => void = () => undefined
  watch.on('events', ({ events }: { events: { change: { type: string; message?: { text: string } } }[] }) => {
    for (const { change } of events) if (change.message) seen(change.message.text)
  })
  const raw: RawSocket[] = []
  for (let seat = 1; seat < SEATS; seat++) raw.push(await connectRaw(seatUrl, auth(seat), [['hello', hello], ['live', {}]]))
  const customers: Socket[] = []
  for (let customer = 0; customer < CUSTOMERS; customer++) customers.push(await connectCustomer(chatUrl))
  const send = async (customer: number, text: string): Promise<void> => {
    const socket = customers[customer]
    if (socket) await customerSends(socket, text)
  }
  // Everybody has a conversation before the clock runs.
  for (let customer = 0; customer < CUSTOMERS; customer++) await send(customer, `${TEXT}first-${customer}`)
  return {
    name: 'gateway', raw, send, onSeen: (listener) => { seen = listener },
    async stop() {
      for (const one of [watch, ...customers, ...raw]) one.close()
      await server.stop()
    },
  }
}

export const gateway: Measure = {
  name: 'gateway', title: `a customer's message to a seat's screen, 99 of 100: ${SEATS} seats and ${CUSTOMERS} customers connected, ${PER_SECOND} messages a second, each on the disk and pushed to all seats`,
  baseline: 'a bare socket.io server that keeps nothing, same sockets, same pace, same pushes', unit: 'ms', compare: 'difference',
  async run() {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-bench-gateway-'))
    const notes = new Map<string, number[]>()
    const echo = await echoCrowd()
    try {
      const ours = await gatewayCrowd(path.join(dir, 'data'))
      try {
        let number = 0
        const samples = await interleave(ROUNDS, WARM_UPS, () => round(echo, number++, notes), () => round(ours, number++, notes))
        const lines = [...notes].map(([what, values]) => `${what}: ${values.slice(WARM_UPS).map((value) => value.toFixed(1)).join(' / ')}`)
        return { ...samples, notes: [`${ROUNDS} pairs of ${ROUND_SECONDS} s after ${WARM_UPS}; every message arrived once on the watching seat, the last one on all`, ...lines] }
      } finally {
        await ours.stop()
      }
    } finally {
      await echo.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    }
  },
}
