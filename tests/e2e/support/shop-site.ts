import { createServer, type Server } from 'node:http'
import net, { type AddressInfo } from 'node:net'

/** A shop's own website. Its name is `localhost`, the chat's `127.0.0.1`: to a browser two sites. */
export class ShopSite {
  private readonly server: Server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', `script-src ${this.scripts}; frame-src *; style-src 'none'`)
    response.end(`<!doctype html><html lang="${this.language}"><title>Shop</title><main><h1>Earbuds</h1><p><a id="before" href="#a">A link</a></p></main>${this.snippet}<footer><a id="after" href="#b">Another link</a></footer></html>`)
  })
  snippet = ''
  language = 'zh'
  scripts = "'none'"

  async start(): Promise<void> {
    await new Promise<void>((done) => { this.server.listen(0, '127.0.0.1', done) })
  }

  /** @param name as the browser is to know it */
  origin(name: 'localhost' | '127.0.0.1' = 'localhost'): string {
    return `http://${name}:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => { this.server.close(done) })
  }
}

/** Stands before the chat as a reverse proxy does, and takes the cookies out of what it answers: a browser that keeps none. */
export class CookielessDoor {
  private readonly server: net.Server
  private readonly open = new Set<net.Socket>()

  constructor(target: number) {
    this.server = net.createServer((browser) => {
      const gateway = net.connect(target, '127.0.0.1')
      for (const socket of [browser, gateway]) {
        this.open.add(socket)
        socket.once('close', () => this.open.delete(socket))
        socket.on('error', () => { browser.destroy(); gateway.destroy() })
      }
      browser.pipe(gateway)
      // Another name of the same length: nothing else of the answer changes.
      gateway.on('data', (bytes) => { browser.write(Buffer.from(bytes.toString('latin1').replace(/\r\nset-cookie:/gi, '\r\nx-no-cooki:'), 'latin1')) })
      gateway.once('end', () => browser.end())
    })
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => { this.server.listen(0, '127.0.0.1', done) })
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy()
    await new Promise((done) => { this.server.close(done) })
  }
}
