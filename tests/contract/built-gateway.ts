import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { GatewayReady } from '../../src-shared/wire/ready.ts'
import { KEY, TOKEN, writeResources } from './gateway-harness.ts'

export interface Started { child: ChildProcess; ready: GatewayReady; warnings(): string }

const WITH_SECRETS = { DESKMATE_KEY: KEY, DESKMATE_SEAT_TOKEN: TOKEN }

/** A built gateway in a folder laid out like ours, to be run as a process; beside node_modules, where its dependencies are found. */
export class BuiltGateway {
  private readonly children = new Set<ChildProcess>()

  private constructor(readonly root: string) {}

  static async build(): Promise<BuiltGateway> {
    await mkdir(resolve('node_modules/.cache'), { recursive: true })
    const root = await mkdtemp(resolve('node_modules/.cache/gateway-process-'))
    await writeResources(join(root, 'resources'), [])
    await build({ configFile: false, logLevel: 'error', build: { ssr: 'src-gateway/index.ts', outDir: join(root, 'out/gateway'), minify: false }, ssr: { external: true } })
    await writeFile(join(root, 'package.json'), '{"type":"module"}')
    return new BuiltGateway(root)
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true })
  }

  async killAll(): Promise<void> {
    for (const child of this.children) await kill(child)
    this.children.clear()
  }

  async start(data: string, env: NodeJS.ProcessEnv = WITH_SECRETS): Promise<Started> {
    const child = this.spawn(['--seat-port', '0', '--chat-port', '0', '--data', data], env)
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    if (child.stdout === null) throw new Error('no standard output')
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('ready ')) return { child, ready: GatewayReady.parse(JSON.parse(line.slice('ready '.length))), warnings: () => errors }
    }
    throw new Error(`the gateway did not start: ${errors}`)
  }

  /** A start that is to fail: its exit code and what it said. */
  async failedStart(data: string, env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<{ code: unknown; said: string }> {
    const child = this.spawn(['--seat-port', '0', '--chat-port', '0', '--data', data, ...args], env)
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString() })
    const [code] = await once(child, 'exit') as [unknown]
    return { code, said }
  }

  private spawn(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(process.execPath, [join(this.root, 'out/gateway/index.js'), ...args], {
      env: { PATH: process.env.PATH, HOME: this.root, DESKMATE_SQLITE_BINDING: process.env.DESKMATE_SQLITE_BINDING, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.children.add(child)
    return child
  }
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
