import { ABROAD, CARRIERS, CITIES, COURIERS, MORE_CITIES } from './places.mjs'

const cityOf = new Map([...CITIES, ...MORE_CITIES].map((c) => [c[1], c]))
/** Thousandths of a day are enough. */
export const day = (x) => (x === null ? null : Math.round(x * 1000) / 1000)
const T = (zh, en) => ({ zh, en })
const ORIGIN = T('东莞虎门转运中心', 'Dongguan Humen hub')
/** The scans a parcel in China collects, oldest first; `days` is the time since the scan before. */
const homeScans = (pick, p, via, signed) => {
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
/** The parcel's way so far: [days since it was picked up, logistics as in orders.json]. `last`: days since the last scan; `paid`: days since payment. */
export function parcel({ chance, numbers }, p, { carrier, at, via, last, tracking, eta, signed = 'door', paid }) {
  const { between, random, pick } = chance
  const [end, status] = STAGES[at]
  const all = ABROAD[p.city] ? abroadScans(p) : homeScans(pick, p, via, signed)
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
  const abroad = ABROAD[p.city]
  const extra = {
    'abroad-customs': abroad && T(`【${abroad[2]}】海关要求补充商业发票,清关暂停`, `[${abroad[1]}] Customs asked for a commercial invoice; clearance on hold`),
    'abroad-lost': T('【承运商】多次查找未找到该包裹', '[Carrier] Parcel could not be located after repeated searches'),
    lost: T('【承运商】多次查找未找到该包裹', '[Carrier] Parcel could not be located after repeated searches'),
    returned: T('【承运商】收件人拒收,包裹已退回东莞仓', '[Carrier] Refused by the recipient, returned to the Dongguan warehouse'),
  }[at]
  if (extra) {
    events[events.length - 1].daysAgo = day(ages.length > 1 ? last + (ages.at(-2) - last) / 2 : last)
    events.push({ daysAgo: day(last), text: extra })
  }
  if (at === 'abroad-stuck') events[events.length - 1].text = T(`【${abroad[4]}】包裹到达分拣中心`, `[${abroad[3]}] Arrived at the sorting centre`)
  if (events.length < 3) events.unshift({ daysAgo: day(Math.min(paid - 0.05, events[0].daysAgo + 0.1)), text: T('【东莞市】商家已下单,等待仓库出库', '[Dongguan] Shipping label created') })
  const shipped = events.find((e) => e.text.zh.includes('已揽收')).daysAgo
  return {
    shipped,
    logistics: {
      carrier: T(CARRIERS[carrier].zh, CARRIERS[carrier].en), trackingNo: tracking ?? numbers.tracking(chance, carrier), status,
      etaDaysAgo: day(eta ?? null), events,
    },
  }
}
