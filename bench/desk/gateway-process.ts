import { createHash } from 'node:crypto'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { v7 } from 'uuid'
import { ensure } from '../measure.ts'
import { PASSPHRASE, ROOT, SEAT_TOKEN, SQLITE_BINDING } from './places.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** The gateway as it ships, in a process of its own. */
export function startGateway(dataDir: string): Promise<ServerProcess<{ seatUrl: string; chatUrl: string }>> {
  return startServer(path.join(ROOT, 'out/gateway/index.js'), ['--data', dataDir, '--seat-port', '0', '--chat-port', '0'], {
    ...process.env, DESKMATE_KEY: createHash('sha256').update(PASSPHRASE).digest('hex'), DESKMATE_SEAT_TOKEN: SEAT_TOKEN, ...(SQLITE_BINDING === null ? {} : { DESKMATE_SQLITE_BINDING: SQLITE_BINDING }),
  })
}

export const connected = (socket: Socket): Promise<Socket> => new Promise((resolve, reject) => {
  socket.once('connect', () => resolve(socket))
  socket.once('connect_error', reject)
})

/** A customer who opened the web chat. */
export async function connectCustomer(chatUrl: string): Promise<Socket> {
  const page = await fetch(chatUrl)
  await page.arrayBuffer()
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return connected(io(chatUrl, { extraHeaders: { cookie, origin: new URL(chatUrl).origin }, transports: ['websocket'], forceNew: true }))
}

/** Resolves when the gateway has kept the words. @throws Error when it does not take them */
export async function customerSends(customer: Socket, text: string): Promise<void> {
  const answer = await customer.emitWithAck('send', { id: v7(), text, attachments: [] }) as { ok: boolean }
  ensure(answer.ok, 'every message of a customer accepted')
}
