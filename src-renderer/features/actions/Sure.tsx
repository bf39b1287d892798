import type { ActionPreview } from '../../../src-shared/contract/commerce.ts'
import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { money } from '../../ui/format.ts'
import { refusalWords } from './words.ts'

/** What can be put back afterwards. */
const TAKEN_BACK: ReadonlySet<CommerceAction['kind']> = new Set<CommerceAction['kind']>(['change-address', 'change-payment', 'flag', 'memo', 'ticket'])

/** What exactly will happen, in money and in goods; or why it would not. */
export function Sure({ order, action, preview }: { order: Order; action: CommerceAction; preview: ActionPreview }) {
  const { t, local, language } = useWords()
  if (preview.refusal) return <p className="actions-refused" role="alert" data-testid="action-refused">{t('effect.refused', { why: refusalWords(t, preview.refusal, order.total.currency, language) })}</p>
  const lines = [
    preview.pays ? t('action.sure.pays', { amount: money(preview.pays, language) })
      : action.kind === 'return' ? t('action.sure.agreed', { amount: money(action.amount, language) })
        : action.kind === 'carrier-claim' ? t('action.sure.claim', { amount: money(action.amount, language) }) : t('action.sure.nothing'),
    ...(action.kind === 'change-address' ? [t('action.sure.address', { ...action.address })] : []),
    ...(action.kind === 'invoice' && action.mode !== 'resend' ? [t('action.sure.invoice', { title: action.title, taxId: action.taxId ? ` ${action.taxId}` : '' })] : []),
    ...(action.kind === 'return' || action.kind === 'exchange' ? action.items.flatMap(({ index, quantity }) => { const item = order.items[index]; return item ? [t('action.sure.back', { title: `${local(item.title)} ${local(item.variant)}`, count: quantity })] : [] }) : []),
    ...preview.goods.map(({ title, variant, pieces }) => t(pieces < 0 ? 'action.sure.leaves' : 'action.sure.returns', { title: `${local(title)} ${local(variant)}`, count: Math.abs(pieces) })),
    ...(preview.status === order.status ? [] : [t('action.sure.status', { status: t(`order.${preview.status}`) })]),
  ]
  return (
    <div className="actions-will" data-testid="action-will">
      <ul>{lines.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>
      {!TAKEN_BACK.has(action.kind) && <p className="small">{t('action.sure.final')}</p>}
    </div>
  )
}
