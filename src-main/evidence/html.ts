import type { EvidencePack } from '../../src-shared/contract/cases.ts'
import type { LocalText, Money } from '../../src-shared/domain/text.ts'
import { WORDS } from './words.ts'

/** The page's own style lies beside it: nothing inline, as in every page of ours. */
export const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
body { font: 10.5pt/1.5 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; color: #16191d; margin: 0; }
h1 { font-size: 17pt; margin: 0 0 2mm; } h2 { font-size: 12pt; margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.3mm solid #c9ced6; break-after: avoid; }
p { margin: 0 0 2mm; } .quiet { color: #565e69; font-size: 9pt; } blockquote { margin: 0; padding: 2mm 4mm; background: #f1f3f5; overflow-wrap: anywhere; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: 1mm 3mm 1mm 0; overflow-wrap: anywhere; } th { width: 34mm; font-weight: 400; color: #565e69; } tr { break-inside: avoid; }
.time { width: 34mm; white-space: nowrap; color: #565e69; } figure { display: inline-block; margin: 0 4mm 4mm 0; break-inside: avoid; } figure img { max-width: 80mm; max-height: 70mm; border: 0.2mm solid #c9ced6; } .rule { white-space: pre-line; }
`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Customers' words are text and stay text. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign)
const LOCALE = { zh: 'zh-CN', en: 'en-GB' } as const

/** The evidence pack as a page: facts, timeline, chat, pictures, parcel and rules. @param style address of STYLE @param picture address of a picture by its hash */
export function evidenceHtml(pack: EvidencePack, style: string, picture: (sha256: string) => string): string {
  const { language, timeZone } = pack
  const { case: one, order, customer, paid, chat, articles, row } = pack.view
  const say = WORDS[language]
  const e = escapeHtml
  const local = (text: LocalText): string => e(text[language])
  const time = (at: number): string => new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
  const money = ({ amount, currency }: Money): string => new Intl.NumberFormat(LOCALE[language], { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount / 100)
  const fact = (name: string, value: string | null): string => (value === null ? '' : `<tr><th>${name}</th><td>${value}</td></tr>`)
  const timed = (at: number, body: string): string => `<tr><td class="time">${time(at)}</td><td>${body}</td></tr>`
  const table = (rows: string[]): string => (rows.length === 0 ? `<p class="quiet">${say.none}</p>` : `<table>${rows.join('')}</table>`)
  const part = (title: string, body: string): string => `<section><h2>${title}</h2>${body}</section>`
  const steps = one.history.map((step) => {
    const reason = one.refuseReasons.find(({ code }) => code === step.reasonCode)
    const parts = [say.steps[step.step], step.amount && money(step.amount), reason && local(reason.words), step.words && e(step.words), step.proof.length > 0 && step.proof.map((proof) => say.proofs[proof]).join(', ')]
    return timed(step.at, `${parts.filter(Boolean).join(' · ')} <span class="quiet">${e(step.by.name)}</span>`)
  })
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${e(one.no)}</title><link rel="stylesheet" href="${style}"></head><body>
<h1>${say.title} ${e(one.no)}</h1><p class="quiet">${local(pack.shop)} · ${say.made} ${time(pack.madeAt)}${pack.masked ? ` · ${say.masked}` : ''}</p>
${part(say.facts, table([
    fact(say.order, e(one.orderNo)), fact(say.platform, say.platforms[one.platform]), fact(say.kind, say.kinds[one.kind]), fact(say.asked, one.asked.amount > 0 ? money(one.asked) : say.nothing), fact(say.reason, local(one.reason.words)),
    fact(say.customer, e(customer?.name ?? row.customer)), fact(say.goods, order ? order.items.map((item) => `${local(item.title)} ${local(item.variant)} × ${item.quantity} ${money(item.price)}`).join('<br>') : null),
    fact(say.total, order && money(order.total)), fact(say.placed, order && time(order.placedAt)), fact(say.paidAt, order?.paidAt ? time(order.paidAt) : null), fact(say.delivered, order?.deliveredAt ? time(order.deliveredAt) : null),
    fact(say.address, order && e(`${order.address.region} ${order.address.detail}`)),
  ]))}
${part(say.paid, table(paid.map((payout) => timed(payout.at, `${money(payout.amount)} · ${say.payers[payout.by]} · ${e(payout.reference)}`))))}
${part(say.words, `<blockquote>${e(one.words)}</blockquote>`)}
${one.pictures.length > 0 ? part(say.pictures, one.pictures.map(({ sha256 }) => `<figure><img src="${picture(sha256)}" alt=""></figure>`).join('')) : ''}
${part(say.timeline, table(steps))}
${part(say.parcel, `${order?.logistics ? `<p>${local(order.logistics.carrier)} ${e(order.logistics.trackingNo)}</p>` : ''}${table((order?.logistics?.events ?? []).map((event) => timed(event.at, local(event.text))))}`)}
${part(say.chat, table(chat.map((line) => timed(line.at, `<strong>${line.by === 'customer' ? e(line.name) : say.shop}</strong> ${e(line.text)}`))))}
${part(say.articles, articles.length === 0 ? `<p class="quiet">${say.none}</p>` : articles.map(({ title, body }) => `<p><strong>${local(title)}</strong></p><p class="rule">${local(body)}</p>`).join(''))}
</body></html>`
}
