import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { receiveCustomerMessage } from '../src-gateway/append.ts'
import { userPlaces } from '../src-main/places.ts'
import { EN, ZH } from './corpus/lines.ts'
import { seeded } from './corpus/random.ts'
import { SEAT_TOKEN } from './desk/places.ts'
import { countMessages, MESSAGES, preparedDesk } from './desk/prepared.ts'
import { openShopGateway, type ShopGateway } from './desk/shop-gateway.ts'
import { momentOf, startDesk } from './electron/app.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave, median } from './stats.ts'

const RUNS = 5
const WARM_UPS = 1
const KEYS = 40
/** A fast typist's. */
const KEY_EVERY_MS = 90
const PER_SECOND = 100
/** Everything that came is drawn by then, before the quiet turn begins. */
const DRAIN_MS = 3_000

/** From the key to the frame after it has been painted, noted in the page itself. */
const WATCH = `
  window.paints = [];
  let pressed = 0;
  addEventListener('keydown', (event) => { pressed = event.timeStamp }, true);
  addEventListener('input', () => {
    const from = pressed;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => window.paints.push(performance.now() - from);
      after.port2.postMessage(0);
    });
  }, true);
`

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0

/** Types a line into the composer. @returns milliseconds from each key to its paint */
async function type(page: Page): Promise<number[]> {
  await page.evaluate('window.paints.length = 0')
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(String.fromCharCode(97 + (key % 26)))
    await sleep(KEY_EVERY_MS)
  }
  const paints = await page.evaluate('window.paints') as number[]
  ensure(paints.length === KEYS, `${KEYS} keys painted, not ${paints.length}`)
  return paints
}

/** Customers who write, `PER_SECOND` lines in all, until stopped. */
function customersWrite(gateway: ShopGateway, conversations: readonly string[]): { stop(): Promise<number> } {
  const random = seeded(7)
  let written = 0
  let on = true
  const began = performance.now()
  const write = async (): Promise<void> => {
    while (on) {
      const due = Math.floor((performance.now() - began) / 1_000 * PER_SECOND)
      for (; written < due && on; written++) {
        const conversationId = random.pick(conversations)
        const text = random.pick(random.next() < 0.7 ? ZH.customer : EN.customer)
        await gateway.store.write((tx) => receiveCustomerMessage(tx, Date.now(), { id: v7(), conversationId, author: { kind: 'customer', id: 'visitor', name: 'x' }, text, attachments: [] }))
      }
      await sleep(5)
    }
  }
  const done = write()
  return {
    async stop() {
      on = false
      await done
      return written
    },
  }
}

async function openComposer(page: Page): Promise<void> {
  await page.getByTestId('row').first().click()
  await page.getByTestId('bubble').first().waitFor()
  await page.getByTestId('composer').click()
  await page.evaluate(WATCH)
}

export const typing: Measure = {
  name: 'typing', title: 'key to paint in the composer, 100 messages a second arriving', baseline: 'the same with nothing arriving', unit: 'ms', compare: 'ratio',
  async run() {
    const prepared = await preparedDesk()
    const gateway = await openShopGateway(userPlaces(prepared.userData).gateway, prepared.keys.gateway)
    const desk = await startDesk(prepared.userData, { url: gateway.url, token: SEAT_TOKEN })
    const slow = { quiet: [] as number[], busy: [] as number[] }
    let written = 0
    try {
      await momentOf(desk, 'deskmate:inbox')
      const page = await desk.page()
      await page.getByTestId('truth').filter({ hasText: /在线|实时|已连接|live/i }).waitFor()
      await openComposer(page)
      const open = await page.evaluate(`document.querySelector('[data-testid=row][aria-selected=true]').dataset.id`) as string
      const others = (await gateway.store.read((tx) => tx.conversations(null, 100_000))).filter((c) => c.status === 'open' && c.id !== open).map((c) => c.id)
      const samples = await interleave(RUNS, WARM_UPS, async () => {
        const paints = await type(page)
        slow.quiet.push(...paints)
        return median(paints)
      }, async () => {
        const customers = customersWrite(gateway, others)
        await sleep(1_000)
        const paints = await type(page)
        written += await customers.stop()
        await sleep(DRAIN_MS)
        slow.busy.push(...paints)
        return median(paints)
      })
      await desk.close()
      ensure(countMessages(prepared.userData, prepared.keys.desk) === MESSAGES + written, `${written} messages arrived meanwhile`)
      return { ...samples, notes: [`${RUNS} pairs after ${WARM_UPS}, ${KEYS} keys each, ${KEY_EVERY_MS} ms apart; ${written} messages arrived`, `95th percentile: ${p95(slow.busy).toFixed(1)} ms against ${p95(slow.quiet).toFixed(1)} ms`] }
    } finally {
      await desk.close()
      await gateway.close()
      prepared.remove()
    }
  },
}
