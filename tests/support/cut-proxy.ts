import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'

/** Stands before an SMTP server and cuts the line as told. */
export class CutProxy {
  port = 0
  /** `answer`: the server has the whole mail and its answer is lost; `middle`: the line breaks inside the mail. */
  cut: 'answer' | 'middle' | null = null
  /** Cuts made so far. */
  cuts = 0
  private onCut: (() => void) | null = null
  private server: Server | null = null

  constructor(private readonly target: number) {}

  async open(): Promise<this> {
    const server = createServer((client) => {
      const upstream = connect(this.target, '127.0.0.1')
      let sent = ''
      let swallow = false
      const drop = () => {
        this.cuts++
        if (this.onCut !== null) {
          this.cut = null
          this.onCut()
          this.onCut = null
        }
        client.destroy()
        upstream.destroy()
      }
      client.on('data', (chunk) => {
        sent = (sent + chunk.toString('latin1')).slice(-100_000)
        const inMail = sent.includes('DATA\r\n') && sent.split('DATA\r\n')[1] !== ''
        if (this.cut === 'middle' && inMail) {
          drop()
          return
        }
        if (this.cut === 'answer' && sent.endsWith('\r\n.\r\n')) swallow = true
        upstream.write(chunk)
      })
      upstream.on('data', (chunk) => {
        if (swallow) drop()
        else client.write(chunk)
      })
      for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
        from.on('error', () => undefined)
        from.on('close', () => { to.destroy() })
      }
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    this.port = (server.address() as { port: number }).port
    this.server = server
    return this
  }

  /** The next answer alone is lost; `taken` is called when the server has the mail and before the line is cut. */
  cutOnce(taken: () => void): void {
    this.cut = 'answer'
    this.onCut = taken
  }

  async close(): Promise<void> {
    await new Promise((done) => { this.server?.close(done) })
  }
}
