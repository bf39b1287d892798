import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Socket } from 'socket.io-client'
import { connectCustomer, customerSends, startGateway } from './desk/gateway-process.ts'
import { ROOT, SEAT_TOKEN } from './desk/places.ts'
import { startServer } from './desk/server-process.ts'
import { startDesk } from './electron/app.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave, median, quantile } from './stats.ts'

const RUNS = 12
const WARM_UPS = 2
/** One draft; the tokens come as a fast model sends them. */
const TOKENS = Array.from({ length: 20 }, (_, at) => `第${at + 1}步好，`)
const TOKEN_EVERY_MS = 40
const BARE_FRAMES = 40

/**
 * In the page, before its own script: of each piece of a draft that arrives at the window's port, the milliseconds until a frame
 * that shows it was painted, and how many frames that took.
 */
const WATCH = `
  window.pieces = [];
  window.drafts = 0;
  const afterPaint = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  });
  window.bareFrame = () => new Promise((done) => { const from = performance.now(); afterPaint(() => done(performance.now() - from)) });
  const words = (text) => text.replace(/\\s/g, '');
  let told = '';
  const shown = () => words(document.querySelector('[data-testid=ghost]')?.textContent ?? '');
  const listen = MessagePort.prototype.addEventListener;
  MessagePort.prototype.addEventListener = function (type, listener, options) {
    if (type !== 'message') return listen.call(this, type, listener, options);
    return listen.call(this, type, (event) => {
      for (const patch of event.data?.patches ?? []) {
        if (patch.kind === 'draft' && patch.draft?.text === '') told = '';
        if (patch.kind === 'draft' && patch.draft?.state === 'ready') window.drafts += 1;
        if (patch.kind !== 'draft-delta') continue;
        told += words(patch.text);
        const wanted = told;
        const from = performance.now();
        const look = (frames) => afterPaint(() => {
          if (shown().startsWith(wanted)) window.pieces.push({ ms: performance.now() - from, frames });
          else if (frames < 100) look(frames + 1);
        });
        look(1);
      }
      return listener.call(this, event);
    }, options);
  };
`

interface Piece { ms: number; frames: number }

/** The customer writes into the conversation that is open, and the draft streams. @returns what became of its pieces */
async function oneDraft(page: Page, customer: Socket, at: number): Promise<Piece[]> {
  const before = await page.evaluate('window.pieces.length = 0, window.drafts') as number
  await customerSends(customer, `再问一下，第 ${at} 次了，包裹到哪里了？`)
  // Seldom asked: asking takes frames, too.
  await page.waitForFunction((known) => (globalThis as unknown as { drafts: number }).drafts > known, before, { polling: 500 })
  await page.waitForTimeout(200)
  const pieces = await page.evaluate('window.pieces') as Piece[]
  ensure(pieces.length > TOKENS.length / 4, `the pieces of a draft painted, not ${pieces.length}`)
  return pieces
}

export const tokenPaint: Measure = {
  name: 'token-paint', title: 'words of a draft at the window to the frame that shows them', baseline: 'the next frame of the same page with nothing to draw', unit: 'ms', compare: 'ratio',
  async run() {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-bench-paint-'))
    const endpoint = await startServer<{ url: string }>(path.join(ROOT, 'out/bench/endpoint.js'), [String(TOKEN_EVERY_MS), ...TOKENS], process.env)
    const gateway = await startGateway(path.join(dir, 'gateway'))
    const desk = await startDesk(path.join(dir, 'desk'), { url: gateway.ready.seatUrl, token: SEAT_TOKEN }, { DESKMATE_MODEL_BASE_URL: endpoint.ready.url, DESKMATE_MODEL: 'scripted' })
    try {
      const page = await desk.page()
      await page.addInitScript(WATCH)
      await page.reload()
      const customer = await connectCustomer(gateway.ready.chatUrl)
      await customerSends(customer, '请问我的包裹到哪里了？')
      await page.getByTestId('row').first().click()
      await page.getByTestId('ghost').filter({ hasText: `第${TOKENS.length}步` }).waitFor()
      const all: Piece[] = []
      let at = 1
      const samples = await interleave(RUNS, WARM_UPS, async () => {
        const frames: number[] = []
        for (let n = 0; n < BARE_FRAMES; n++) frames.push(await page.evaluate('window.bareFrame()') as number)
        return median(frames)
      }, async () => {
        const pieces = await oneDraft(page, customer, at += 1)
        all.push(...pieces)
        return median(pieces.map(({ ms }) => ms))
      })
      const inOne = all.filter(({ frames }) => frames === 1).length
      return { ...samples, notes: [`${inOne} of ${all.length} pieces stood in the first frame after they had come, 95 of 100 within ${quantile(all.map(({ ms }) => ms), 0.95).toFixed(1)} ms`, `${RUNS} drafts after ${WARM_UPS}, ${TOKENS.length} tokens each, ${TOKEN_EVERY_MS} ms apart`] }
    } finally {
      await desk.close()
      await gateway.stop()
      await endpoint.stop()
      fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}
