import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { GatewayReady } from '../../../src-shared/wire/ready.ts'

const ROOT = new URL('../../..', import.meta.url).pathname

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** A gateway of its own, as a team runs it: it can be killed and started again on the same folder and ports. */
export class TestGateway {
  readonly dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-gateway-'))
  readonly token = randomBytes(24).toString('hex')
  readonly #key = randomBytes(32).toString('hex')
  #child: ChildProcess | null = null
  seatPort = 0
  chatPort = 0
  chatUrl = ''
  seatUrl = ''

  /** @param demo what `--demo` takes: how many times as fast the demo's day is played, or `off` */
  constructor(private readonly demo = 'off') {}

  async start(): Promise<void> {
    this.seatPort ||= await freePort()
    this.chatPort ||= await freePort()
    const child = spawn(process.execPath, [path.join(ROOT, 'out/gateway/index.js'), '--seat-port', String(this.seatPort), '--chat-port', String(this.chatPort), '--data', this.dir, '--demo', this.demo], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DESKMATE_KEY: this.#key, DESKMATE_SEAT_TOKEN: this.token },
    })
    this.#child = child
    const ready = await new Promise<GatewayReady>((resolve, reject) => {
      let out = ''
      let err = ''
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
        const line = out.split('\n').find((l) => l.startsWith('ready '))
        if (line) resolve(GatewayReady.parse(JSON.parse(line.slice(6))))
      })
      child.once('exit', (code) => reject(new Error(`gateway ended with ${code}: ${err}`)))
    })
    this.chatUrl = ready.chatUrl
    this.seatUrl = ready.seatUrl
  }

  /** kill -9: no chance to say goodbye. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  async dispose(): Promise<void> {
    await this.kill()
    fs.rmSync(this.dir, { recursive: true, force: true })
  }
}

/** A line that can be cut, or that lets the gateway's answers hang, between the desk and the gateway. */
export class Line {
  #server: net.Server | null = null
  readonly #sockets = new Set<net.Socket>()
  #cut = false
  #stalled = false
  port = 0

  constructor(private readonly target: () => number) {}

  async open(): Promise<void> {
    this.#cut = false
    this.#stalled = false
    this.#server = net.createServer((near) => {
      if (this.#cut) return void near.destroy()
      const far = net.connect(this.target(), '127.0.0.1')
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => { this.#sockets.delete(socket); near.destroy(); far.destroy() })
      }
      // The gateway checks the Host header; a line in between must not change what it sees.
      near.on('data', (chunk: Buffer) => {
        // One connection may carry several requests, as uploads do; what follows a request's head is left alone.
        const isHead = /^(GET|PUT|POST) /.test(chunk.subarray(0, 5).toString('latin1'))
        far.write(isHead ? Buffer.from(chunk.toString('latin1').replace(`127.0.0.1:${this.port}`, `127.0.0.1:${this.target()}`), 'latin1') : chunk)
      })
      far.on('data', (chunk) => { if (!this.#stalled) near.write(chunk) })
    })
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve))
    this.port = (this.#server.address() as net.AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  cut(): void {
    this.#cut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  /** What the desk says arrives; what the gateway answers does not. */
  stallAnswers(): void {
    this.#stalled = true
  }

  mend(): void {
    if (this.#stalled) for (const socket of this.#sockets) socket.destroy()
    this.#cut = false
    this.#stalled = false
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null))
  }
}
