import path from 'node:path'
import { boot } from '../../src-engine/boot.ts'
import type { Patch, PortReply } from '../../src-shared/contract/port.ts'
import type { EngineStart } from '../../src-shared/contract/shell.ts'
import { ROOT, SEAT_TOKEN, SQLITE_BINDING } from './places.ts'

/** The whole engine as the desktop starts it, in this process, with a window that only listens. */
export interface LiveEngine {
  /** Resolves when the engine has caught up with its gateway. */
  live: Promise<void>
  /** Hears of each batch of patches as it leaves for the window. */
  onPatches(listener: (patches: readonly Patch[]) => void): void
  /** What the window is told when it asks. @throws Error when the engine refuses */
  ask(call: string, params: unknown): Promise<unknown>
  close(): Promise<void>
}

export interface LiveEngineOptions {
  dataDir: string
  key: string
  gatewayUrl: string
  model?: EngineStart['model']
  /** Of the machine; the desk speaks it. */
  locale?: string
}

export function startEngine({ dataDir, key, gatewayUrl, model = null, locale = 'zh-CN' }: LiveEngineOptions): LiveEngine {
  const listeners: ((patches: readonly Patch[]) => void)[] = []
  const answers = new Map<number, (reply: Extract<PortReply, { t: 'answer' }>) => void>()
  let becameLive: () => void = () => undefined
  const live = new Promise<void>((resolve) => { becameLive = resolve })
  const engine = boot({
    kind: 'start', dataDir, key, resourcesDir: path.join(ROOT, 'resources'), sqliteBinding: SQLITE_BINDING, gateway: { url: gatewayUrl, token: SEAT_TOKEN },
    seatId: 'bench', embeddedGateway: false, appVersion: '0.0.0', warnings: [], locale, model, selfWork: false,
  }, (message) => { if (message.kind === 'trace' && message.event === 'link' && message.detail.startsWith('live')) becameLive() })
  const window = engine.connect({
    post(reply) {
      if (reply.t === 'patches') for (const listener of listeners) listener(reply.patches)
      else answers.get(reply.id)?.(reply)
    },
  })
  let asked = 0
  return {
    live,
    onPatches: (listener) => void listeners.push(listener),
    ask: (call, params) => new Promise((resolve, reject) => {
      const id = ++asked
      answers.set(id, (reply) => (reply.ok ? resolve(reply.result) : reject(new Error(`${call}: ${reply.error.code}`))))
      window.request({ t: 'call', id, call, params })
    }),
    close: () => engine.close(),
  }
}
