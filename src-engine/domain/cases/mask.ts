import type { CaseView } from '../../../src-shared/contract/cases.ts'
import { findPersonal, type Personal } from '../drafting/masking/find.ts'

/** What a platform needs to find the case stays readable. */
const OPEN: ReadonlySet<Personal['kind']> = new Set<Personal['kind']>(['order', 'case', 'tracking'])
const STARS = '***'

/** The words without what says who or where somebody is. */
function maskWords(text: string, at: number): string {
  const places = findPersonal(text, at, null).filter(({ kind }) => !OPEN.has(kind)).sort((a, b) => b.from - a.from)
  return places.reduce((left, { from, to }) => left.slice(0, from) + STARS + left.slice(to), text)
}

const maskName = (name: string): string => `${[...name][0] ?? ''}**`
const maskPhone = (phone: string): string => `${STARS}${phone.slice(-4)}`

/** A case for eyes outside the shop: initials, last four digits, the region, and words without personal data. */
export function maskView(view: CaseView): CaseView {
  const { customer, order, row } = view
  return {
    ...view,
    row: { ...row, customer: maskName(row.customer) },
    case: { ...view.case, words: maskWords(view.case.words, view.case.openedAt), history: view.case.history.map((step) => ({ ...step, words: maskWords(step.words, step.at) })) },
    customer: customer && { ...customer, name: maskName(customer.name), phone: maskPhone(customer.phone), note: '' },
    order: order && { ...order, address: { name: maskName(order.address.name), phone: maskPhone(order.address.phone), region: order.address.region, detail: STARS }, memo: '' },
    chat: view.chat.map((line) => ({ ...line, name: line.by === 'customer' ? maskName(line.name) : line.name, text: maskWords(line.text, line.at) })),
  }
}
