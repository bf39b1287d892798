import type { ReactNode } from 'react'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { ActionChoice } from '../../../src-shared/contract/commerce.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { money } from '../../ui/format.ts'
import { ORDER_FLAGS } from '../wrap-up/lists.ts'
import type { Field, Values } from './build-action.ts'
import { Goods } from './Goods.tsx'

interface Props {
  order: Order
  choice: ActionChoice
  fields: readonly Field[]
  swaps: CallResult<'action.choices'>['swaps']
  values: Values
  wrong: Field | null
  onChange: (change: Partial<Values>) => void
}

/** The fields that an action asks for. */
export function Fields({ order, choice, fields, swaps, values, wrong, onChange }: Props) {
  const { t, local, language } = useWords()
  const line = (field: keyof Values & string, label: string, more: { max: number; help?: string; mode?: 'decimal' | 'email' | 'numeric' }): ReactNode => (
    <label key={field} className="actions-field">
      <span>{label}{more.help && <span className="quiet small"> · {more.help}</span>}</span>
      <input id={`action-${field}`} className="field" dir="auto" inputMode={more.mode} maxLength={more.max} value={String(values[field])} aria-invalid={wrong === field} onChange={(event) => onChange({ [field]: event.target.value })} data-testid={`action-${field}`} />
    </label>
  )
  const choose = (field: 'service' | 'item' | 'flag', label: string, options: readonly (readonly [string, string])[]): ReactNode => (
    <label key={field} className="actions-field">
      <span>{label}</span>
      <select id={`action-${field}`} className="field" value={values[field]} onChange={(event) => onChange({ [field]: event.target.value })}>
        {options.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
      </select>
    </label>
  )
  const draw: Record<Field, () => ReactNode> = {
    amount: () => line('amount', t('action.field.amount'), { max: 12, mode: 'decimal', ...(choice.most ? { help: t('action.field.most', { amount: money(choice.most, language) }) } : {}) }),
    reason: () => line('reason', t('action.field.reason'), { max: 300 }),
    pieces: () => <Goods key="pieces" order={order} values={values} onChange={onChange} />,
    swaps: () => <Goods key="swaps" order={order} swaps={swaps} values={values} onChange={onChange} />,
    address: () => [
      line('name', t('action.field.name'), { max: 80 }), line('phone', t('action.field.phone'), { max: 30 }), line('region', t('action.field.region'), { max: 120 }), line('detail', t('action.field.detail'), { max: 200 }),
    ],
    method: () => line('method', t('action.field.method'), { max: 80 }),
    title: () => line('title', t('action.field.title'), { max: 120 }),
    taxId: () => line('taxId', t('action.field.taxId'), { max: 30 }),
    email: () => line('email', t('action.field.email'), { max: 120, mode: 'email' }),
    days: () => line('days', t('action.field.days'), { max: 2, mode: 'numeric' }),
    service: () => [
      choose('service', t('action.field.service'), [['repair', t('action.service.repair')], ['installation', t('action.service.installation')]]),
      order.items.length > 1 && choose('item', t('action.field.item'), order.items.map((item, n) => [String(n), local(item.title)])),
      line('when', t('action.field.when'), { max: 80 }),
    ],
    text: () => line('text', t('action.field.text'), { max: choice.kind === 'memo' ? 300 : 2000 }),
    flag: () => choose('flag', t('action.field.flag'), [['', t('flag.none')], ...ORDER_FLAGS.map((flag) => [flag, t(`flag.${flag}`)] as const)]),
  }
  return <>{fields.map((field) => draw[field]())}</>
}
