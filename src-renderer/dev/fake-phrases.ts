import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { PhraseCalls } from '../../src-shared/contract/phrases.ts'
import type { Phrase } from '../../src-shared/domain/phrase.ts'

type Handlers = { [C in keyof PhraseCalls]: (params: CallParams<C>) => CallResult<C> }

const phrase = (id: string, code: string, zh: string, en: string): Phrase => ({
  id, scope: 'shop', code, group: { zh: '物流', en: 'Delivery' }, title: { zh, en }, text: { zh: `${zh}：{order}`, en: `${en}: {order}` }, pictures: [], updatedAt: 0,
})

/** Made-up phrases; searched by letters alone, the engine's own way is not repeated here. */
export function fakePhrases(): Handlers {
  const phrases = new Map([phrase('1', 'fh', '发货时间', 'When we ship'), phrase('2', 'wl', '包裹在路上', 'Parcel on its way')].map((p) => [p.id, p]))
  const found = (query: string) => [...phrases.values()].filter((p) => JSON.stringify(p).includes(query))
  return {
    'phrase.search': ({ query }) => ({
      hits: found(query).map((p) => ({ id: p.id, scope: p.scope, code: p.code, title: p.title.zh, group: p.group.zh, text: p.text.zh, language: 'zh', otherLanguage: false, pictures: [] })), total: found(query).length,
    }),
    'phrase.used': () => ({}),
    'phrase.list': ({ query }) => ({ phrases: found(query).map((p) => ({ phrase: p, uses: 3, waiting: false })), total: found(query).length, counts: { personal: 0, team: 0, shop: phrases.size }, groups: [] }),
    'phrase.save': ({ phrase: words }) => {
      const saved = { ...words, updatedAt: Date.now() }
      phrases.set(saved.id, saved)
      return { phrase: saved }
    },
    'phrase.remove': ({ id }) => { phrases.delete(id); return {} },
    'phrase.previewImport': () => ({ format: 'table', encoding: 'utf-8', added: 0, same: 2, updated: 0, conflicts: [], problems: [], sample: [] }),
    'phrase.import': () => ({ added: 0, updated: 0, skipped: 2 }),
    'phrase.export': () => ({ csv: '' }),
  }
}
