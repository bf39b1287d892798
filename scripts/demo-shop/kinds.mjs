import { CITIES } from './places.mjs'

/** Provinces where only the post delivers everywhere (see the article on carriers). */
const BY_POST = new Set(['乌鲁木齐', '兰州', '呼和浩特', '拉萨'])
const MIDWAY = ['武汉', '长沙', '郑州', '南京', '南昌']

/** The sorts of order that are made by chance: a name, and what an order of this sort is like for a person. Days are days before now. */
export function orderKinds({ between, pick, weighted }) {
  const carrier = (p) => (BY_POST.has(p.city) ? 'ems' : weighted([['zto', 5], ['yto', 4], ['yunda', 3], ['jt', 3], ['sf', 3], ['jd', 2]]))
  const via = (p) => pick(CITIES.filter((c) => c[1] !== p.city && MIDWAY.includes(c[1])))[1]
  const signed = () => pick(['self', 'station', 'door'])
  return {
    unpaid: () => ({ status: 'unpaid', placed: between(0.02, 0.9) }),
    paid: () => ({ status: 'paid', placed: between(0.05, 1.8) }),
    late: () => ({ status: 'paid', placed: between(2.6, 5.5), memo: pick(['', '仓库缺货,等补货', '']) }),
    packed: (p) => ({ status: 'shipped', placed: between(0.9, 1.6), carrier: carrier(p), at: 'packed', last: between(0.1, 0.3) }),
    origin: (p) => ({ status: 'shipped', placed: between(1.8, 2.4), carrier: carrier(p), at: 'origin', last: between(0.2, 0.6), eta: -between(1.5, 2.5) }),
    hub: (p) => ({ status: 'shipped', placed: between(2.6, 3.6), carrier: carrier(p), at: 'hub', last: between(0.1, 0.6), eta: -between(0.5, 1) }),
    branch: (p) => ({ status: 'shipped', placed: between(3, 4), carrier: carrier(p), at: 'branch', last: between(0.05, 0.3), eta: -between(0.2, 0.8) }),
    out: (p) => ({ status: 'shipped', placed: between(3, 4.5), carrier: carrier(p), at: 'out', last: between(0.03, 0.2), eta: -between(0.1, 0.3) }),
    stuck: (p) => ({ status: 'shipped', placed: between(6.5, 9.5), carrier: carrier(p), at: pick(['stuck-origin', 'stuck-hub', 'stuck-via']), via: via(p), last: between(3.5, 5.5) }),
    lost: (p) => ({ status: 'shipped', placed: between(15, 18), carrier: carrier(p), at: 'lost', via: via(p), last: between(7, 9) }),
    returned: (p) => ({ status: 'shipped', placed: between(7, 9), carrier: carrier(p), at: 'returned', last: between(1, 2), memo: '客户拒收' }),
    delivered: (p) => { const d = between(0.2, 8); return { status: 'delivered', placed: d + between(2.8, 4), carrier: carrier(p), delivered: d, signed: signed() } },
    disputed: (p) => { const d = between(0.5, 2); return { status: 'delivered', placed: d + 3.4, carrier: carrier(p), delivered: d, signed: 'station', memo: '客户反馈显示签收未收到,已让网点核实' } },
    repair: (p) => { const d = between(9, 14); return { status: 'delivered', placed: d + 3.2, carrier: carrier(p), delivered: d, sale: ['repair', 'inspecting', d - 6] } },
    exchange: (p) => { const d = between(5, 8); return { status: 'delivered', placed: d + 3.2, carrier: carrier(p), delivered: d, sale: ['exchange', pick(['goods-on-way', 'approved']), d - 3] } },
    history: (p) => { const d = between(15, 160); return { status: 'completed', placed: d + between(2.8, 4.5), carrier: carrier(p), delivered: d, signed: signed() } },
    expired: () => ({ status: 'cancelled', placed: between(3, 40), neverPaid: true, memo: '超时未付款,自动关闭' }),
    cancelled: () => ({ status: 'cancelled', placed: between(2.8, 4), sale: ['refund', 'paid', 2.5], memo: '发货前取消' }),
    refund: () => ({ status: 'refunding', placed: between(1, 2), sale: ['refund', 'requested', 0.3] }),
    returning: (p) => { const d = between(7, 9); return { status: 'refunding', placed: d + 3.2, carrier: carrier(p), delivered: d, sale: ['return', 'goods-on-way', between(2, 5)] } },
    inspecting: (p) => { const d = between(8, 12); return { status: 'refunding', placed: d + 3.2, carrier: carrier(p), delivered: d, sale: ['return', 'inspecting', between(4, 7)] } },
    refunded: (p) => { const d = between(14, 30); return { status: 'refunded', placed: d + 3.2, carrier: carrier(p), delivered: d, sale: ['return', 'paid', d - 5] } },
  }
}
