import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import { guardFacts } from '../../domain/drafting/guard-facts.ts'
import type { DraftSet, Spoiled } from './drafts.ts'
import { random, type Random } from './random.ts'

/** What a draft is checked with: the goods it speaks of, as on the desk, or every product that the shop sells. */
export type Sold = 'spoken of' | 'all'

const MAKERS = [['北岸', 'Northshore'], ['云雀', 'Lark'], ['山野', 'Ridge'], ['松间', 'Pinewood'], ['白露', 'Dew'], ['萤火', 'Firefly'], ['远渡', 'Voyage'], ['拾光', 'Gleam'], ['南栀', 'Gardenia'], ['长汀', 'Longshore']] as const
const SORTS = [['轻便', 'light'], ['加厚', 'thick'], ['折叠', 'folding'], ['静音', 'quiet'], ['便携', 'portable'], ['复古', 'retro'], ['桌面', 'desktop'], ['户外', 'outdoor'], ['儿童', 'kids'], ['旅行', 'travel']] as const
const NOUNS = [['耳机', 'headphones'], ['音箱', 'speaker'], ['充电宝', 'power bank'], ['键盘', 'keyboard'], ['台灯', 'desk lamp'], ['加湿器', 'humidifier'], ['保温杯', 'flask'], ['背包', 'backpack'], ['帐篷', 'tent'], ['枕头', 'pillow'], ['行李箱', 'suitcase'], ['风扇', 'fan'], ['徒步鞋', 'hiking shoes'], ['衬衫', 'shirt'], ['围巾', 'scarf'], ['闹钟', 'alarm clock'], ['睡袋', 'sleeping bag'], ['椅子', 'chair'], ['电热水壶', 'kettle'], ['摄像头', 'webcam']] as const
const COLOURS = [['黑色', 'black'], ['白色', 'white'], ['灰色', 'grey'], ['红色', 'red'], ['蓝色', 'blue'], ['绿色', 'green'], ['黄色', 'yellow'], ['粉色', 'pink'], ['紫色', 'purple'], ['棕色', 'brown']] as const
const WARRANTIES = [3, 6, 12, 18, 24, 36]
const both = ([zh, en]: readonly [string, string]): { zh: string; en: string } => ({ zh, en })

/** A catalogue out of makers, sorts and nouns; 2,000 at most. */
export function catalogueOf(count: number, seed: number): Product[] {
  const chance = random(seed)
  return Array.from({ length: count }, (_, at) => {
    const [maker, sort, noun] = [MAKERS[Math.floor(at / 200) % 10] ?? MAKERS[0], SORTS[Math.floor(at / 20) % 10] ?? SORTS[0], NOUNS[at % 20] ?? NOUNS[0]]
    const colour = chance.int(COLOURS.length)
    return {
      id: `g${at}`, title: { zh: `${maker[0]} ${sort[0]}${noun[0]}`, en: `${maker[1]} ${sort[1]} ${noun[1]}` }, category: noun[1], price: { amount: 2_900 + 100 * chance.int(900), currency: 'CNY' as const }, warrantyMonths: chance.pick(WARRANTIES),
      variants: [both(COLOURS[colour] ?? COLOURS[0]), both(COLOURS[(colour + 3) % COLOURS.length] ?? COLOURS[0])], specs: [{ name: { zh: '重量', en: 'Weight' }, value: { zh: `${110 + 10 * chance.int(280)} 克`, en: `${110 + 10 * chance.int(280)} g` } }], stock: chance.int(40),
    }
  })
}

type Language = 'zh' | 'en'
interface Slot { text(product: Product, language: Language): string; kinds: readonly string[]; error: string }
const PRICE: Slot = { text: ({ price }, language) => (language === 'zh' ? `${price.amount / 100}元` : `¥${price.amount / 100}`), kinds: ['amount'], error: 'price of another product' }
const COLOUR: Slot = { text: ({ variants }, language) => variants[0]?.[language] ?? '', kinds: ['colour'], error: 'colour of another product' }
const WARRANTY: Slot = { text: ({ warrantyMonths }, language) => (language === 'zh' ? `${warrantyMonths}个月` : `${warrantyMonths} months`), kinds: ['duration'], error: 'warranty of another product' }
const SPEC: Slot = { text: ({ specs }, language) => specs[0]?.value[language] ?? '', kinds: ['spec'], error: 'measure of another product' }

/** What is asked, the reply before and after its slot; `{title}` is what was bought, `{other}` goods that the reply names itself. */
const TALKS: ReadonlyArray<{ language: Language; asked: string; before: string; slot: Slot; after: string; ofOther?: true }> = [
  { language: 'zh', asked: '这个能退吗', before: '已为您申请退款', slot: PRICE, after: ',原路退回。' },
  { language: 'zh', asked: '退多少钱', before: '会退您', slot: PRICE, after: '。' },
  { language: 'zh', asked: '我付了多少', before: '您实付的是', slot: PRICE, after: '。' },
  { language: 'zh', asked: '{title}是什么颜色的', before: '您买的是', slot: COLOUR, after: '的。' },
  { language: 'zh', asked: '保修多久', before: '{title}保修', slot: WARRANTY, after: '。' },
  { language: 'zh', asked: '{noun}多重', before: '重量是', slot: SPEC, after: '。' },
  { language: 'zh', asked: '有没有别的推荐', before: '您可以看看{other},现在', slot: PRICE, after: '。', ofOther: true },
  { language: 'zh', asked: '{other}保修多久', before: '{other}保修', slot: WARRANTY, after: '。', ofOther: true },
  { language: 'en', asked: 'Can I return it?', before: 'We have requested a refund of ', slot: PRICE, after: ' for you.' },
  { language: 'en', asked: 'What did I pay?', before: 'You paid ', slot: PRICE, after: ' for this order.' },
  { language: 'en', asked: 'Which colour is it?', before: 'You ordered the ', slot: COLOUR, after: ' one.' },
  { language: 'en', asked: 'How long is the warranty?', before: 'The {title} has a warranty of ', slot: WARRANTY, after: '.' },
  { language: 'en', asked: 'How heavy is it?', before: 'The weight is ', slot: SPEC, after: '.' },
  { language: 'en', asked: 'How long is the warranty of the {other}?', before: 'The {other} has a warranty of ', slot: WARRANTY, after: '.', ofOther: true },
]

const orderOf = (product: Product, chance: Random): Order => ({
  no: `21883406${String(10_000_000 + chance.int(80_000_000))}`, customerId: 'c1', status: 'delivered', items: [{ productId: product.id, title: product.title, variant: product.variants[0] ?? { zh: '', en: '' }, quantity: 1, price: product.price }],
  total: product.price, placedAt: Date.UTC(2026, 10, 18, 3), paidAt: Date.UTC(2026, 10, 18, 3), promisedShipBy: null, shippedAt: Date.UTC(2026, 10, 19, 3), deliveredAt: Date.UTC(2026, 10, 21, 3),
  address: { name: '李雷', phone: '13800000810', region: '杭州市', detail: '文三路128号' }, logistics: null, afterSale: null, memo: '',
})

/** Right replies about one order of a shop with this catalogue, and the same with what another product of it says. */
export function catalogueDrafts(catalogue: readonly Product[], seed: number, rounds: number, sold: Sold): DraftSet {
  const chance = random(seed)
  const set: DraftSet = { right: [], spoiled: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { language, asked, before, slot, after, ofOther }] of TALKS.entries()) {
      const bought = chance.pick(catalogue)
      const other = chance.pick(catalogue.filter((one) => one.category !== bought.category))
      const meant = ofOther ? other : bought
      const fill = (text: string): string => text.replaceAll('{title}', bought.title[language]).replaceAll('{other}', other.title[language]).replaceAll('{noun}', bought.title.zh.split(' ').at(-1) ?? '')
      const order = orderOf(bought, chance)
      const told = (text: string): string => `${fill(before)}${text}${fill(after)}`
      const input = (draft: string): Spoiled['input'] => {
        const about = { customer: { id: 'c1', name: '李雷' } as never, orders: [order], products: catalogue }
        const facts = sold === 'all' ? [about.customer, order, ...catalogue] : guardFacts({ ...about, texts: [fill(asked)] }, draft)
        return { draft, facts, passages: [], language, now: '2026-11-24T10:00:00+08:00' }
      }
      const right = slot.text(meant, language)
      const id = `${at}/${round}`
      set.right.push({ id, input: input(told(right)) })
      const known = new Set([bought, meant].flatMap((one) => [slot.text(one, language), ...one.variants.map((variant) => variant[language])]))
      const stranger = chance.pick(catalogue.filter((one) => !known.has(slot.text(one, language))))
      const wrong = slot.text(stranger, language)
      const start = [...fill(before)].length
      set.spoiled.push({ id: `${id}/${slot.error}`, error: slot.error, kinds: slot.kinds, start, end: start + [...wrong].length, input: input(told(wrong)) })
    }
  }
  return set
}
