import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received { headers: IncomingHttpHeaders; body: string; event: { id: string; type: string; n: number; data: Record<string, unknown> } }

/** Another system's end of a webhook: keeps what came, and answers as the test says. */
export class EventReceiver {
  readonly received: Received[] = []
  /** Status of the next answers; headers beside it. null: none is ever given. */
  answer: (event: Received['event']) => { status: number; headers?: Record<string, string> } | null = () => ({ status: 204 })
  private server: Server | null = null
  private port = 0

  get url(): string {
    return `http://127.0.0.1:${this.port}/deskmate`
  }

  /** Listens; again at the same port as before. */
  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8')
        const event = JSON.parse(body) as Received['event']
        this.received.push({ headers: request.headers, body, event })
        const answer = this.answer(event)
        if (answer !== null) response.writeHead(answer.status, answer.headers ?? {}).end()
      })
    })
    await new Promise<void>((done) => { this.server?.listen(this.port, '127.0.0.1', done) })
    this.port = (this.server.address() as AddressInfo).port
    return this.url
  }

  async close(): Promise<void> {
    const { server } = this
    this.server = null
    if (server === null) return
    server.closeAllConnections()
    await new Promise((done) => { server.close(done) })
  }

  ids(): string[] {
    return this.received.map(({ event }) => event.id)
  }

  /** Words of the messages that came, in order, each id once. */
  texts(): unknown[] {
    const seen = new Set<string>()
    return this.received.flatMap(({ event }) => {
      if (seen.has(event.id)) return []
      seen.add(event.id)
      return [event.data.text]
    })
  }
}
