import type { Citation } from '../../../src-shared/domain/draft.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { CitablePassage } from './tools.ts'

/** [1], [1][2], [1, 2] and the full-width brackets; other brackets, such as [Dongguan], stay. */
const MARK = /\s?[[\u3010]\s*(\d{1,2}(?:\s*[,\uff0c\u3001]\s*\d{1,2})*)\s*[\]\u3011]/g

/**
 * Takes the numbers out of a model's text and returns them as sources, numbered anew in the order of their first use. A
 * number without passage is dropped. Orders whose number or tracking number stands in the text are sources as well.
 */
export function parseCitations(text: string, passages: readonly CitablePassage[], orders: readonly Order[] = []): { text: string; citations: Citation[] } {
  const citations: Citation[] = []
  const cite = (source: Omit<Citation, 'n'>): void => {
    if (!citations.some((known) => known.kind === source.kind && known.id === source.id)) citations.push({ n: citations.length + 1, ...source })
  }
  for (const [, numbers = ''] of text.matchAll(MARK)) {
    for (const number of numbers.split(/[,\uff0c\u3001]/)) {
      const passage = passages[Number(number) - 1]
      if (passage) cite({ kind: passage.kind ?? 'article', id: passage.id, title: passage.title })
    }
  }
  for (const order of orders) {
    if (text.includes(order.no) || (order.logistics && text.includes(order.logistics.trackingNo))) cite({ kind: 'order', id: order.no, title: order.no })
  }
  return { text: text.replace(MARK, '').trim(), citations }
}
