// Writes resources/demo-shop/customers.json and orders.json. Deterministic: the seed is fixed, the clock is not read.
// Run: node scripts/demo-shop/generate.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { ABROAD, CARRIERS, CITIES, COURIERS, ESTATES, STREETS } from './places.mjs'
import { BULK_NAMES, ORDERS, PEOPLE } from './pinned.mjs'

const SEED = 20261122
const TOTAL_ORDERS = 150
const DIR = new URL('../../resources/demo-shop/', import.meta.url)
const products = new Map(JSON.parse(readFileSync(new URL('products.json', DIR), 'utf8')).map((p) => [p.id, p]))

// ---- chance
let state = SEED
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const between = (a, b) => a + (b - a) * random()
const whole = (a, b) => Math.floor(between(a, b + 1))
const pick = (list) => list[Math.floor(random() * list.length)]
const digits = (n) => Array.from({ length: n }, () => whole(0, 9)).join('')
const weighted = (pairs) => {
  let r = random() * pairs.reduce((sum, [, w]) => sum + w, 0)
  for (const [value, w] of pairs) if ((r -= w) < 0) return value
  return pairs[0][0]
}
const day = (x) => (x === null ? null : Math.round(x * 1000) / 1000)

// ---- numbers
const luhn = (s) => [...s].reverse().reduce((sum, c, i) => sum + (i % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][+c] : +c), 0) % 10 === 0
const usedNos = new Set(ORDERS.map(([no]) => no))
/** Never a number that passes the bank-card check, so that nothing masks it as a card. */
const orderNo = (placed) => {
  for (;;) {
    const no = `21883${String(Math.round(40700 - placed * 50)).padStart(5, '0')}${digits(6)}`
    if (!luhn(no) && !usedNos.has(no)) return usedNos.add(no), no
  }
}
for (const [no] of ORDERS) if (luhn(no)) throw new Error(`${no} looks like a bank card: change its last digit`)
const usedTracking = new Set()
const trackingNo = (carrier) => {
  for (;;) {
    const no = CARRIERS[carrier].no(digits)
    if (!luhn(no.replace(/\D/g, '')) && !usedTracking.has(no)) return usedTracking.add(no), no
  }
}
const usedPhones = new Set(PEOPLE.map((p) => p[6]).filter(Boolean))
const phone = () => {
  for (;;) {
    const no = `13800000${digits(3)}`
    if (!usedPhones.has(no) && no !== '13800000000') return usedPhones.add(no), no
  }
}

// ---- customers
const cityOf = new Map(CITIES.map((c) => [c[1], c]))
const people = PEOPLE.map(([id, name, language, level, city, note, fixed]) => ({ id, name, language, level, city, note, phone: fixed ?? phone() }))
BULK_NAMES.forEach((name, i) => people.push({
  id: `c${String(26 + i).padStart(3, '0')}`, name, language: 'zh', level: weighted([['new', 3], ['regular', 5], ['silver', 3], ['gold', 1]]),
  city: pick(CITIES)[1], note: weighted([['', 8], ['请放驿站,家里白天没人', 1], ['要求发顺丰,自付差价', 1], ['送礼较多,包裹内不放价格单', 1]]), phone: phone(),
}))
people.sort((a, b) => (a.id < b.id ? -1 : 1))
for (const p of people) {
  if (ABROAD[p.city]) {
    const street = {
      Bristol: '14 Larkspur Terrace, BS6 0ZZ', Leeds: '7 Millrace Court, LS4 0ZZ', Cardiff: '52 Pear Tree Close, CF5 0ZZ', Portland: '1180 Alder Hollow Dr, OR 97200',
      Austin: '305 Windmill Bend, Apt 4B, TX 78700', Melbourne: '9 Wattlebird Lane, VIC 3000', Singapore: 'Blk 118 Jalan Merbok #07-21, 650000', Madrid: 'Calle del Olivar Viejo 22, 3.º B, 28000',
      Leipzig: 'Lindenhofweg 31, 04000', Nagoya: '中区若葉町 3-8 コーポ若葉 205', Dubai: 'Villa 12, Al Sidr Street, Al Quoz', Almaty: 'ул. Яблоневая, 48, кв. 15', 'Da Nang': '27 Lê Hoa Mai, Hải Châu',
      Porto: 'Rua das Camélias 90, 2.º Dto, 4000', Lyon: '16 rue des Mésanges, 69000',
    }[p.city]
    p.address = { name: p.name, phone: p.phone, region: `${ABROAD[p.city][0]} ${p.city}`, detail: street }
  } else {
    const c = cityOf.get(p.city)
    p.branch = pick(c.slice(5))
    p.address = {
      name: p.name, phone: p.phone, region: `${c[0]} ${p.branch[2]}`,
      detail: `${pick(STREETS)}${whole(6, 288)}号${pick(ESTATES)}${whole(1, 18)}栋${whole(1, 26)}0${whole(1, 6)}`,
    }
  }
}
const person = new Map(people.map((p) => [p.id, p]))

// ---- scans
const T = (zh, en) => ({ zh, en })
const ORIGIN = T('东莞虎门转运中心', 'Dongguan Humen hub')
/** The scans a parcel in China collects, oldest first; `days` is the time since the scan before. */
const homeScans = (p, via, signed) => {
  const [, zh, en, hubZh, hubEn] = cityOf.get(p.city)
  const [branchZh, branchEn] = p.branch
  const who = pick(COURIERS)
  const v = via && cityOf.get(via)
  const first = v ? T(v[3], v[4]) : T(hubZh, hubEn)
  return [
    ['packed', 0, T('【东莞市】豆栗东莞仓已打包,等待揽收', '[Dongguan] Packed at the Doulee warehouse, waiting for pick-up')],
    ['picked', 0.12, T('【东莞市】清溪营业部 已揽收', '[Dongguan] Picked up by Qingxi branch')],
    ['origin', 0.18, T(`【东莞市】快件离开 ${ORIGIN.zh},下一站 ${first.zh}`, `[Dongguan] Left ${ORIGIN.en} for ${first.en}`)],
    ...(v ? [['via', 0.9, T(`【${via}市】快件到达 ${first.zh}`, `[${v[2]}] Arrived at ${first.en}`)]] : []),
    ['hub', v ? 0.8 : 1.0, T(`【${zh}市】快件到达 ${hubZh}`, `[${en}] Arrived at ${hubEn}`)],
    ['branch', 0.35, T(`【${zh}市】快件到达 ${branchZh}营业部`, `[${en}] Arrived at ${branchEn} branch`)],
    ['out', 0.12, T(`【${zh}市】${branchZh}营业部 ${who}师傅正在派送`, `[${en}] Out for delivery from ${branchEn} branch`)],
    ['delivered', 0.15, {
      self: T(`【${zh}市】已签收,签收人:本人`, `[${en}] Delivered, signed by: recipient`),
      station: T(`【${zh}市】已签收,由代收点代收,请凭取件码领取`, `[${en}] Delivered to the pick-up point`),
      door: T(`【${zh}市】已签收,放在家门口`, `[${en}] Delivered, left at the door`),
    }[signed]],
  ]
}
const abroadScans = (p) => {
  const [, airEn, airZh, hubEn, hubZh, last] = ABROAD[p.city]
  return [
    ['packed', 0, T('【东莞市】豆栗东莞仓已打包,等待揽收', '[Dongguan] Packed at the Doulee warehouse, waiting for pick-up')],
    ['picked', 0.3, T('【东莞市】国际件已揽收', '[Dongguan] International parcel picked up')],
    ['origin', 1.1, T('【深圳市】出口清关完成,等待航班', '[Shenzhen] Export customs cleared, waiting for the flight')],
    ['air', 1.4, T(`【深圳市】已搭乘航班,目的地 ${airZh}`, `[Shenzhen] Departed by air for ${airEn}`)],
    ['abroad-air', 2.2, T(`【${airZh}】航班到达,等待进口清关`, `[${airEn}] Arrived, waiting for import customs`)],
    ['abroad-hub', 1.6, T(`【${hubZh}】清关完成,已交 ${last}`, `[${hubEn}] Customs cleared, handed to ${last}`)],
    ['out', 1.5, T(`【${hubZh}】${last} 正在派送`, `[${hubEn}] Out for delivery with ${last}`)],
    ['delivered', 0.3, T(`【${hubZh}】${last} 已妥投`, `[${hubEn}] Delivered by ${last}`)],
  ]
}
/** Where a parcel stands -> [its last scan, the carrier's word for it]. */
const STAGES = {
  packed: ['picked', 'picked-up'], origin: ['origin', 'in-transit'], via: ['via', 'in-transit'], hub: ['hub', 'in-transit'], branch: ['branch', 'in-transit'], out: ['out', 'out-for-delivery'],
  'stuck-origin': ['origin', 'stuck'], 'stuck-via': ['via', 'stuck'], 'stuck-hub': ['hub', 'stuck'], lost: ['via', 'lost'], returned: ['out', 'returned'], delivered: ['delivered', 'delivered'],
  air: ['air', 'in-transit'], 'abroad-air': ['abroad-air', 'in-transit'], 'abroad-hub': ['abroad-hub', 'in-transit'], 'abroad-stuck': ['abroad-hub', 'stuck'],
  'abroad-customs': ['abroad-air', 'stuck'], 'abroad-lost': ['abroad-air', 'lost'],
}
function parcel(p, { carrier, at, via, last, tracking, eta, signed = 'door', paid }) {
  const [end, status] = STAGES[at]
  const all = ABROAD[p.city] ? abroadScans(p) : homeScans(p, via, signed)
  const scans = all.slice(0, all.findIndex(([name]) => name === end) + 1)
  let ages = [last]
  for (let i = scans.length - 1; i > 0; i--) ages.unshift(ages[0] + scans[i][1] * between(0.85, 1.15))
  // most parcels keep the promise of 48 hours: stretch the way of one that would have left late
  const left = ages[1] ?? ages[0]
  if (left < paid - 1.9 && left > last && random() > 0.06) {
    const k = (paid - between(0.6, 1.6) - last) / (left - last)
    ages = ages.map((a) => last + (a - last) * k)
  }
  // the parcel cannot be packed before it was paid: squeeze what does not fit
  const room = paid - 0.15 - last
  if (ages[0] > paid - 0.15) ages = ages.map((a) => last + ((a - last) * room) / (ages[0] - last))
  const events = scans.map(([, , text], i) => ({ daysAgo: day(ages[i]), text }))
  const extra = {
    'abroad-customs': T('【迪拜】海关要求补充商业发票,清关暂停', '[Dubai] Customs asked for a commercial invoice; clearance on hold'),
    'abroad-lost': T('【承运商】多次查找未找到该包裹', '[Carrier] Parcel could not be located after repeated searches'),
    lost: T('【承运商】多次查找未找到该包裹', '[Carrier] Parcel could not be located after repeated searches'),
    returned: T('【承运商】收件人拒收,包裹已退回东莞仓', '[Carrier] Refused by the recipient, returned to the Dongguan warehouse'),
  }[at]
  if (extra) {
    events[events.length - 1].daysAgo = day(ages.length > 1 ? last + (ages.at(-2) - last) / 2 : last)
    events.push({ daysAgo: day(last), text: extra })
  }
  if (at === 'abroad-stuck') events[events.length - 1].text = T('【马德里科斯拉达】包裹到达分拣中心', '[Madrid Coslada] Arrived at the sorting centre')
  if (events.length < 3) events.unshift({ daysAgo: day(Math.min(paid - 0.05, events[0].daysAgo + 0.1)), text: T('【东莞市】商家已下单,等待仓库出库', '[Dongguan] Shipping label created') })
  const shipped = events.find((e) => e.text.zh.includes('已揽收')).daysAgo
  return {
    shipped,
    logistics: {
      carrier: T(CARRIERS[carrier].zh, CARRIERS[carrier].en), trackingNo: tracking ?? trackingNo(carrier), status,
      etaDaysAgo: day(eta ?? null), events,
    },
  }
}

// ---- orders
let sales = 5200417
function makeOrder(no, customerId, status, items, placed, o) {
  const p = person.get(customerId)
  const sum = items.reduce((s, [id, , q]) => s + products.get(id).price.amount * q, 0)
  const discount = o.discount ?? 0
  const paid = status === 'unpaid' || o.neverPaid ? null : placed - between(0.001, Math.min(0.02, placed / 10))
  const promised = paid === null ? null : paid - (o.promise ?? 2)
  let shipped = null, delivered = null, logistics = null
  if (o.carrier) {
    if (o.delivered !== undefined) delivered = o.delivered
    const made = parcel(p, { carrier: o.carrier, at: delivered === null ? o.at : 'delivered', via: o.via, last: delivered ?? o.last, tracking: o.trackingNo, eta: o.eta, signed: o.signed, paid })
    shipped = made.shipped
    logistics = made.logistics
  }
  const cny = (amount) => ({ amount, currency: 'CNY' })
  const sale = o.sale && {
    id: `AS${++sales}${String(sales % 97).padStart(2, '0')}`, kind: o.sale[0], status: o.sale[1],
    amount: cny(['refund', 'return'].includes(o.sale[0]) ? sum - discount : 0), requestedDaysAgo: day(o.sale[2]),
  }
  return {
    no, customerId, status, items: items.map(([productId, variant, quantity]) => ({ productId, variant, quantity })), discount,
    placedDaysAgo: day(placed), paidDaysAgo: day(paid), promisedShipByDaysAgo: day(promised), shippedDaysAgo: day(shipped), deliveredDaysAgo: day(delivered),
    address: p.address, logistics, afterSale: sale ?? null, memo: o.memo ?? '',
  }
}
const orders = ORDERS.map((row) => makeOrder(...row))

/** What the rest of the shop's orders look like, with how many of each. */
const homeCarrier = (p) => (p.city === '乌鲁木齐' ? 'ems' : weighted([['zto', 5], ['yto', 4], ['yunda', 3], ['jt', 3], ['sf', 3], ['jd', 2]]))
const via = (p) => pick(CITIES.filter((c) => c[1] !== p.city && ['武汉', '长沙', '郑州', '南京', '南昌'].includes(c[1])))[1]
const history = (p) => {
  const d = between(15, 160)
  return { status: 'completed', placed: d + between(2.8, 4.5), carrier: homeCarrier(p), delivered: d, signed: pick(['self', 'station', 'door']) }
}
const KINDS = [
  [6, () => ({ status: 'unpaid', placed: between(0.02, 0.9) })],
  [11, () => ({ status: 'paid', placed: between(0.05, 1.8) })],
  [5, () => ({ status: 'paid', placed: between(2.6, 5.5), memo: pick(['', '仓库缺货,等补货', '']) })],
  [3, (p) => ({ status: 'shipped', placed: between(0.9, 1.6), carrier: homeCarrier(p), at: 'packed', last: between(0.1, 0.3) })],
  [3, (p) => ({ status: 'shipped', placed: between(1.8, 2.4), carrier: homeCarrier(p), at: 'origin', last: between(0.2, 0.6), eta: -between(1.5, 2.5) })],
  [6, (p) => ({ status: 'shipped', placed: between(2.6, 3.6), carrier: homeCarrier(p), at: 'hub', last: between(0.1, 0.6), eta: -between(0.5, 1) })],
  [3, (p) => ({ status: 'shipped', placed: between(3, 4), carrier: homeCarrier(p), at: 'branch', last: between(0.05, 0.3), eta: -between(0.2, 0.8) })],
  [5, (p) => ({ status: 'shipped', placed: between(3, 4.5), carrier: homeCarrier(p), at: 'out', last: between(0.03, 0.2), eta: -between(0.1, 0.3) })],
  [4, (p) => ({ status: 'shipped', placed: between(6.5, 9.5), carrier: homeCarrier(p), at: pick(['stuck-origin', 'stuck-hub', 'stuck-via']), via: via(p), last: between(3.5, 5.5) })],
  [1, (p) => ({ status: 'shipped', placed: between(15, 18), carrier: homeCarrier(p), at: 'lost', via: via(p), last: between(7, 9) })],
  [2, (p) => ({ status: 'shipped', placed: between(7, 9), carrier: homeCarrier(p), at: 'returned', last: between(1, 2), memo: '客户拒收' })],
  [12, (p) => { const d = between(0.2, 8); return { status: 'delivered', placed: d + between(2.8, 4), carrier: homeCarrier(p), delivered: d, signed: pick(['self', 'station', 'door']) } }],
  [2, (p) => { const d = between(0.5, 2); return { status: 'delivered', placed: d + 3.4, carrier: homeCarrier(p), delivered: d, signed: 'station', memo: '客户反馈显示签收未收到,已让网点核实' } }],
  [1, (p) => { const d = between(9, 14); return { status: 'delivered', placed: d + 3.2, carrier: homeCarrier(p), delivered: d, sale: ['repair', 'inspecting', d - 6] } }],
  [2, (p) => { const d = between(5, 8); return { status: 'delivered', placed: d + 3.2, carrier: homeCarrier(p), delivered: d, sale: ['exchange', pick(['goods-on-way', 'approved']), d - 3] } }],
  [23, history],
  [4, () => ({ status: 'cancelled', placed: between(3, 40), neverPaid: true, memo: '超时未付款,自动关闭' })],
  [2, () => ({ status: 'cancelled', placed: between(2.8, 4), sale: ['refund', 'paid', 2.5], memo: '发货前取消' })],
  [2, () => ({ status: 'refunding', placed: between(1, 2), sale: ['refund', 'requested', 0.3] })],
  [3, (p) => { const d = between(7, 9); return { status: 'refunding', placed: d + 3.2, carrier: homeCarrier(p), delivered: d, sale: ['return', 'goods-on-way', between(2, 5)] } }],
  [2, (p) => { const d = between(8, 12); return { status: 'refunding', placed: d + 3.2, carrier: homeCarrier(p), delivered: d, sale: ['return', 'inspecting', between(4, 7)] } }],
  [2, (p) => { const d = between(14, 30); return { status: 'refunded', placed: d + 3.2, carrier: homeCarrier(p), delivered: d, sale: ['return', 'paid', d - 5] } }],
]
const bulkPeople = people.filter((p) => p.language === 'zh' && p.id >= 'c026' && p.id <= 'c045')
const oldFriends = people.filter((p) => p.language === 'zh' && p.id <= 'c025' && p.level !== 'new')
const kinds = KINDS.flatMap(([n, make]) => Array.from({ length: n }, () => make))
if (orders.length + kinds.length !== TOTAL_ORDERS) throw new Error(`${orders.length} pinned + ${kinds.length} bulk orders are not ${TOTAL_ORDERS}: change KINDS`)
kinds.forEach((make, i) => {
  // every bulk customer first gets one order, then chance; the scripted customers only get history (completed orders)
  const isHistory = make === history
  const p = isHistory && random() < 0.7 ? pick(oldFriends) : bulkPeople[i % bulkPeople.length]
  const { status, placed, ...o } = make(p)
  const ids = [...products.keys()]
  const items = [pick(ids), ...(random() < 0.2 ? [pick(ids)] : [])].filter((id, n, list) => list.indexOf(id) === n)
    .map((id) => [id, whole(0, products.get(id).variants.length - 1), random() < 0.1 ? 2 : 1])
  const discount = weighted([[0, 6], [500, 2], [1000, 2], [2000, 1]])
  orders.push(makeOrder(orderNo(placed), p.id, status, items, placed, { discount, memo: weighted([['', 9], ['送人,不放价格单', 1], ['工作日送公司', 1]]), ...o }))
})
orders.sort((a, b) => a.placedDaysAgo - b.placedDaysAgo)

const customers = people.map(({ id, name, language, level, phone: tel, note }) => {
  const oldest = Math.max(0, ...orders.filter((o) => o.customerId === id).map((o) => o.placedDaysAgo))
  const since = oldest + { new: between(0, 3), regular: between(40, 300), silver: between(200, 600), gold: between(500, 1200) }[level]
  return { id, name, language, level, phone: tel, sinceDaysAgo: Math.round(since * 10) / 10 + 0.1, note }
})

const lines = (rows) => `[\n${rows.map((r) => `  ${JSON.stringify(r)}`).join(',\n')}\n]\n`
/** An order: one line a concern, one line a scan. */
const orderText = (o) => {
  const j = JSON.stringify
  const { logistics: l, ...rest } = o
  const head = ['no', 'customerId', 'status'].map((k) => `${j(k)}: ${j(rest[k])}`).join(', ')
  const dates = ['placedDaysAgo', 'paidDaysAgo', 'promisedShipByDaysAgo', 'shippedDaysAgo', 'deliveredDaysAgo'].map((k) => `${j(k)}: ${rest[k]}`).join(', ')
  const way = l === null ? 'null' : `{\n      "carrier": ${j(l.carrier)}, "trackingNo": ${j(l.trackingNo)}, "status": ${j(l.status)}, "etaDaysAgo": ${l.etaDaysAgo},\n      "events": [\n${l.events.map((e) => `        ${j(e)}`).join(',\n')}\n      ]\n    }`
  return `  {\n    ${head},\n    "items": ${j(o.items)}, "discount": ${o.discount},\n    ${dates},\n    "address": ${j(o.address)},\n    "logistics": ${way},\n    "afterSale": ${j(o.afterSale)}, "memo": ${j(o.memo)}\n  }`
}
writeFileSync(new URL('customers.json', DIR), lines(customers))
writeFileSync(new URL('orders.json', DIR), `[\n${orders.map(orderText).join(',\n')}\n]\n`)
console.log(`${customers.length} customers, ${orders.length} orders`)
