import { PORT_HANDOVER } from '../../src-shared/contract/port-name.ts'
import { FakeEngine } from './fake-engine.ts'

/** Runs the window in a plain browser against a made-up engine: `vite src-renderer`, then /dev.html?lang=zh&theme=dark&link=offline&rows=10000&long=5000&slow=800&failing&empty */
const wish = new URLSearchParams(location.search)
const engine = new FakeEngine({
  language: wish.get('lang') === 'zh' ? 'zh' : 'en', theme: wish.get('theme') === 'dark' ? 'dark' : 'light', link: wish.get('link') ?? 'live',
  extra: Number(wish.get('rows') ?? 0), empty: wish.has('empty'), failing: wish.has('failing'), long: Number(wish.get('long') ?? 0), slow: Number(wish.get('slow') ?? 0),
})

function handOver(): void {
  const { port1, port2 } = new MessageChannel()
  engine.serve(port1)
  window.postMessage(PORT_HANDOVER, location.origin, [port2])
}

const dev = window as unknown as { deskmate: unknown; fake: unknown }
dev.deskmate = { ready: handOver, openLink: (url: string) => void window.open(url) }
dev.fake = { engine, handOver }
await import('../app/main.tsx')
