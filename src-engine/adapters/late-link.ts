import type { GatewayLink, LinkOptions } from './gateway-link.ts'
import { offline } from './offline.ts'

/**
 * The line to the gateway, whose transport (sockets, TLS, compression) is loaded when there is an address to connect to: a
 * desk shows its queue without it. Until then it is offline.
 */
export function createLateLink(options: LinkOptions): GatewayLink {
  let link: GatewayLink | null = null
  let loading = false
  let held = false
  let closed = false
  let place = { url: '', token: '' }

  async function load(): Promise<void> {
    const { createGatewayLink } = await import('./gateway-link.ts')
    if (closed) return
    link = createGatewayLink(options)
    // The address of now: it may have changed while the transport was loaded.
    if (held) link.hold()
    link.connect(place.url, place.token)
  }

  return {
    connect(url, token) {
      place = { url, token }
      if (link) return link.connect(url, token)
      if (loading) return
      loading = true
      load().catch(options.onError)
    },
    async call(call, params) {
      if (!link) throw offline()
      return link.call(call, params)
    },
    hint(call, params) {
      link?.hint(call, params)
    },
    hold() {
      held = true
      link?.hold()
    },
    release() {
      held = false
      link?.release()
    },
    close() {
      closed = true
      link?.close()
    },
  }
}
