import { expect, test } from 'vitest'
import type { EvidencePack } from '../../src-shared/contract/cases.ts'
import { testCase, yuan } from '../../tests/support/cases.ts'
import { evidenceHtml, escapeHtml } from './html.ts'

const one = testCase({ no: '<b>1', words: '<script>alert(1)</script> & "fine"', pictures: [{ sha256: 'a'.repeat(64), type: 'image/png', bytes: 1 }] })
const pack: EvidencePack = {
  language: 'en', shop: { zh: '店', en: 'Shop' }, madeAt: 0, masked: true, timeZone: 'Asia/Shanghai',
  view: {
    row: { id: one.id, no: one.no, kind: one.kind, platform: one.platform, state: one.state, product: { zh: '', en: '' }, pieces: 1, customer: 'C**', asked: yuan(1), due: null, section: 'ours', wish: null, paidAlready: false, updatedAt: 0 },
    case: one, order: null, customer: null, paid: [], stillAsked: yuan(1), conversationId: null, articles: [], recommendation: null, refused: null,
    chat: [{ id: one.id, by: 'customer', name: '<i>', text: '<img src=x onerror=1>', at: 0 }],
  },
}

test('CS-11 whatever a customer wrote stands in the pack as text, and the page names nothing but its own style and pictures (words that run, or a page that tells a stranger that it was read)', () => {
  const html = evidenceHtml(pack, '/evidence/style.css', (sha256) => `/attachment/${sha256}`)
  expect(html).not.toMatch(/<script|<img src=x|<b>1|<i>|style=|https?:/u)
  expect(html).toContain(escapeHtml(one.words))
  expect([...html.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address]) => address)).toEqual(['/evidence/style.css', `/attachment/${'a'.repeat(64)}`])
})
