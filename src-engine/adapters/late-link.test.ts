import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createLateLink } from './late-link.ts'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** An address that notes whoever asks; nobody is let in. */
async function address(): Promise<{ url: string; asked: () => number }> {
  let asked = 0
  const server = createServer((_request, response) => response.writeHead(403).end())
  server.on('upgrade', (_request, socket) => { asked += 1; socket.destroy() })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
}

function newLink(errors: unknown[] = []) {
  const none = () => undefined
  return createLateLink({ seatId: 's', onError: (thrown) => errors.push(thrown), handlers: { connected: none, cut: none, refused: none, events: none, typing: none, demo: none, presence: none, colleague: none } })
}

test('BE-9 without an address every call is offline, to be made again (a call that hangs until there is one)', async () => {
  const link = newLink()
  await expect(link.call('live', {})).rejects.toMatchObject({ code: 'offline', retryable: true })
  link.hint('typing', { conversationId: 'c' })
  link.close()
})

test('BE-9 it connects to the newest address, though that came while the transport was being loaded (a desk at the former gateway)', async () => {
  const [former, newest] = [await address(), await address()]
  const link = newLink()
  link.connect(former.url, 't')
  link.connect(newest.url, 't')
  await vi.waitFor(() => expect(newest.asked()).toBeGreaterThan(0), { timeout: 15_000 })
  expect(former.asked()).toBe(0)
  link.close()
})

test('BE-9 ended before the transport was loaded, it does not connect (a desk that is quit and still holds a seat)', async () => {
  const gateway = await address()
  const link = newLink()
  link.connect(gateway.url, 't')
  link.close()
  const probe = newLink()
  const other = await address()
  probe.connect(other.url, 't')
  await vi.waitFor(() => expect(other.asked()).toBeGreaterThan(0), { timeout: 15_000 })
  probe.close()
  expect(gateway.asked()).toBe(0)
})
