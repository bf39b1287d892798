import { useEffect, useState } from 'react'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { ActionChoice } from '../../../src-shared/contract/commerce.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { actionOrder, actionWanted } from '../../app/do-order-action.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { readChoices } from '../../bridge/commerce.ts'
import { useDesk, useThread } from '../../bridge/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { money } from '../../ui/format.ts'
import { useStore } from '../../ui/store.ts'
import { ActionForm } from './ActionForm.tsx'
import { ActionMenu } from './ActionMenu.tsx'
import { actionName } from './words.ts'
import './actions.css'

const close = (): void => patchScreen({ dialog: null })

/** What may be done to an order of the customer on the screen; first what, then how, then whether it is really meant. */
export function ActionDialog() {
  const id = useStore(screen, (s) => s.selected) ?? ''
  const no = useStore(actionOrder, (order) => order)
  const { view } = useThread(id)
  const { t } = useWords()
  const order = view?.orders.find((one) => one.no === no)
  return (
    <Dialog look="actions" title={t('actions')} closeName={t('close')} onClose={close}>
      {order && view ? <OfOrder key={order.no} id={id} order={order} orders={view.orders} /> : <p className="quiet" data-testid="actions-none">{t('actions.none')}</p>}
    </Dialog>
  )
}

type Choices = CallResult<'action.choices'>

/** As the order stands now: whenever it changes it is asked again what may be done to it. */
function useChoices(id: string, order: Order): Choices | null {
  const desk = useDesk()
  const [choices, setChoices] = useState<Choices | null>(null)
  useEffect(() => {
    let current = true
    readChoices(desk, id, order.no).then((found) => { if (current) setChoices(found) }, () => undefined)
    return () => { current = false }
  }, [desk, id, order])
  return choices
}

function OfOrder({ id, order, orders }: { id: string; order: Order; orders: readonly Order[] }) {
  const { t, local, language } = useWords()
  const choices = useChoices(id, order)
  const [chosen, setChoice] = useState<ActionChoice | null>(null)
  const wanted = useStore(actionWanted, (kind) => kind)
  const choice = chosen ?? choices?.choices.find(({ kind }) => kind === wanted) ?? null
  const back = (): void => { actionWanted.set(null); setChoice(null) }
  const goods = (one: Order): string => one.items.map((item) => local(item.title)).join(', ')
  return (
    <div className="actions" data-testid="actions">
      {orders.length > 1 && choice === null
        ? (
          <label className="actions-order small">
            <span className="quiet">{t('actions.which')}</span>
            <select className="field" value={order.no} onChange={(event) => actionOrder.set(event.target.value)}>
              {orders.map((one) => <option key={one.no} value={one.no}>{`${one.no} · ${t(`order.${one.status}`)} · ${goods(one)}`}</option>)}
            </select>
          </label>
        )
        : <p className="small quiet">{order.no} · {t(`order.${order.status}`)} · {goods(order)}</p>}
      {choices && <p className="small">{t('actions.left', { amount: money(choices.left, language) })}</p>}
      {choices && choice === null && <ActionMenu choices={choices.choices} onChoose={setChoice} />}
      {choices && choice !== null && (
        <>
          <h3>{actionName(t, choice.kind, choice.mode)}</h3>
          <ActionForm id={id} order={order} choice={choice} swaps={choices.swaps} onBack={back} onDone={close} />
        </>
      )}
    </div>
  )
}
