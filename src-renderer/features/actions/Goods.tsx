import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Values } from './build-action.ts'

interface Props {
  order: Order
  /** Given: each position may be swapped for these. Else: how many pieces of each. */
  swaps?: CallResult<'action.choices'>['swaps']
  values: Values
  onChange: (change: Partial<Values>) => void
}

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] => list.map((one, n) => (n === at ? value : one))

/** Which of the goods, by position. */
export function Goods({ order, swaps, values, onChange }: Props) {
  const { t, local } = useWords()
  return (
    <fieldset className="actions-goods">
      <legend>{t('action.field.items')}</legend>
      {order.items.map((item, n) => {
        const title = `${local(item.title)} ${local(item.variant)}`
        const field = n === 0 ? { id: `action-${swaps ? 'swaps' : 'pieces'}` } : {}
        return (
          <label key={`${n} ${item.productId}`} className="actions-field">
            <span>{swaps ? t('action.field.swap', { title }) : t('action.field.pieces', { title, count: item.quantity })}</span>
            {swaps
              ? (
                <select {...field} className="field" value={values.swaps[n] ?? ''} onChange={(event) => onChange({ swaps: replaced(values.swaps, n, event.target.value) })}>
                  <option value="">{t('action.field.keep')}</option>
                  {(swaps[n]?.variants ?? []).map(({ name, stock }) => (
                    <option key={name.en} value={name.en} disabled={stock !== null && stock < item.quantity}>{stock === null ? local(name) : t('action.field.stock', { name: local(name), stock })}</option>
                  ))}
                </select>
              )
              : (
                <select {...field} className="field" value={values.pieces[n] ?? 0} onChange={(event) => onChange({ pieces: replaced(values.pieces, n, Number(event.target.value)) })}>
                  {Array.from({ length: item.quantity + 1 }, (_, count) => <option key={count} value={count}>{count}</option>)}
                </select>
              )}
          </label>
        )
      })}
    </fieldset>
  )
}
