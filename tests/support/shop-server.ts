import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with the next request that `counts`. `lost`: it is done and the line is cut before the answer. */
export type Trouble = 'busy' | 'broken' | 'lost' | 'cut'
export interface Asked { method: string; url: URL; headers: Readonly<Record<string, string | undefined>>; body: string }
export interface Answered { status?: number; body: unknown }

/** A platform over real HTTP. What a platform checks and answers stands in the classes that extend it. */
export abstract class ShopServer {
  readonly troubles: Trouble[] = []
  readonly seen: Asked[] = []
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response))

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  /** Is it one that troubles are for? Only writes are, so that a test says exactly which call goes wrong. */
  protected abstract isWrite(asked: Asked): boolean
  protected abstract answer(asked: Asked): Answered

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const asked: Asked = { method: request.method ?? '', url: new URL(request.url ?? '', 'http://x'), headers: request.headers as Asked['headers'], body }
    this.seen.push(asked)
    const trouble = this.isWrite(asked) ? this.troubles.shift() : undefined
    if (trouble === 'cut') return void response.destroy()
    if (trouble === 'busy') return void response.writeHead(429, { 'retry-after': '1' }).end()
    if (trouble === 'broken') return void response.writeHead(503).end('<html>')
    const { status = 200, body: said } = this.answer(asked)
    if (trouble === 'lost') return void response.destroy()
    response.writeHead(status, { 'content-type': 'application/json' }).end(typeof said === 'string' ? said : JSON.stringify(said))
  }
}
