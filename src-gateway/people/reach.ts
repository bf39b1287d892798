import { createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Server as HttpServer } from 'node:http'
import type { Reach } from '../../src-shared/wire/seat-people.ts'
import type { Store } from '../store/store.ts'

/** Is the seats' port open to other machines? Kept over restarts. */
const NAME = 'reach'

export interface ReachControl {
  now(): Promise<Reach>
  /** null only asks. */
  set(store: Store, open: boolean | null): Promise<Reach>
}

/** Addresses of this machine in its networks; link-local ones reach nobody without a zone. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flat()
    .filter((each) => each !== undefined && !each.internal && !/^(fe80|169\.254)/i.test(each.address))
    .map((each) => each?.address ?? '')
}

const hostOf = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/**
 * Further addresses of one HTTP server, opened and closed while it runs; each hands its connections to the server.
 * A listener for every interface in place of one for all: the port's loopback address is taken.
 */
export function furtherAddresses(http: HttpServer, portOf: () => number) {
  const open = new Map<string, Server>()

  async function add(address: string): Promise<void> {
    const server = createServer((socket) => { http.emit('connection', socket) })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(portOf(), address, () => { resolve() })
    })
    open.set(address, server)
  }

  return {
    /** Also names of callers' Host header. */
    hosts: (): string[] => [...open.keys()].map(hostOf),
    urls: (): string[] => [...open.keys()].map((address) => `http://${hostOf(address)}:${portOf()}`),
    /** One that cannot be listened on is left out. */
    async openTo(addresses: readonly string[]): Promise<void> {
      for (const address of addresses) if (!open.has(address)) await add(address).catch(() => undefined)
    },
    async close(): Promise<void> {
      for (const server of open.values()) server.close()
      open.clear()
    },
  }
}
export type FurtherAddresses = ReturnType<typeof furtherAddresses>

/** @param fixed the address that whoever started the gateway named; null: those of this machine's networks, once a person opened it */
export function reachControl(store: Store, further: FurtherAddresses, fixed: string | null): ReachControl & { start(): Promise<void> } {
  const isOpen = async (): Promise<boolean> => fixed !== null || await store.read((tx) => tx.meta(NAME)) === 'open'
  const now = async (): Promise<Reach> => {
    const open = await isOpen()
    if (open) await further.openTo(fixed === null ? ownAddresses() : [fixed])
    return { open, addresses: further.urls() }
  }
  return {
    now,
    start: async () => { await now() },
    async set(into, open) {
      if (open !== null && fixed === null) {
        await into.write((tx) => tx.setMeta(NAME, open ? 'open' : 'closed'))
        if (!open) await further.close()
      }
      return now()
    },
  }
}
