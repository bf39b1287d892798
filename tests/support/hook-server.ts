import { createServer, type Server } from 'node:http'
import { signatureOf } from '../../src-gateway/channels/hook/signature.ts'

/** Another system over real HTTP: takes signed replies, posts signed messages. It knows a reply again by its idempotency key. */
export class HookServer {
  readonly secret: string
  readonly replies: { id: string; thread: string; text: string }[] = []
  readonly unsigned: string[] = []
  now: () => number = () => Date.now()
  hookUrl = ''
  private server: Server | null = null
  private port = 0
  private refusing = false
  private cutting: (() => void) | null = null
  private readonly seen = new Set<string>()

  constructor(secret: string) {
    this.secret = secret
  }

  get url(): string { return `http://127.0.0.1:${this.port}/replies` }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
      request.on('end', () => {
        const body = Buffer.concat(chunks)
        const expected = signatureOf(this.secret, String(request.headers['x-deskmate-timestamp']), body)
        if (request.headers['x-deskmate-signature'] !== expected) {
          this.unsigned.push(body.toString())
          response.writeHead(401).end()
          return
        }
        const sent = JSON.parse(body.toString()) as { kind: string; id: string; thread: string; text: string }
        if (sent.kind === 'test') {
          response.end('{}')
          return
        }
        if (this.refusing) {
          this.refusing = false
          response.writeHead(400).end()
          return
        }
        const key = String(request.headers['idempotency-key'])
        if (!this.seen.has(key)) this.replies.push({ id: sent.id, thread: sent.thread, text: sent.text })
        this.seen.add(key)
        if (this.cutting !== null) {
          this.cutting()
          this.cutting = null
          request.socket.destroy()
          return
        }
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `x-${key}` }))
      })
    })
    this.server = server
    await new Promise<void>((done) => { server.listen(this.port, '127.0.0.1', done) })
    const address = server.address()
    if (typeof address === 'object' && address !== null) this.port = address.port
  }

  async down(): Promise<void> {
    const { server } = this
    if (server === null) return
    this.server = null
    server.closeAllConnections()
    await new Promise((done) => { server.close(done) })
  }

  refuseNext(): void { this.refusing = true }
  /** `taken` is called when the reply is here and before the line is cut. */
  cutNext(taken: () => void): void { this.cutting = taken }

  /** @returns the status */
  async post(body: string | Buffer, changes: { timestamp?: string; signature?: string; path?: string; headers?: Record<string, string> } = {}): Promise<number> {
    const timestamp = changes.timestamp ?? String(Math.floor(this.now() / 1000))
    const text = typeof body === 'string' ? body : new Uint8Array(body)
    const offer = () => fetch(this.hookUrl + (changes.path ?? ''), {
      method: 'POST', body: text,
      headers: { 'content-type': 'application/json', 'x-deskmate-timestamp': timestamp, 'x-deskmate-signature': changes.signature ?? signatureOf(this.secret, timestamp, Buffer.from(body)), ...changes.headers },
    })
    // As every sender of webhooks: a connection that the other end had closed meanwhile is no refusal.
    const response = await offer().catch(offer)
    await response.text()
    return response.status
  }
}
