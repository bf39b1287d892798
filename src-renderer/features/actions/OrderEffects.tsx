import type { ThreadEffect } from '../../../src-shared/contract/commerce.ts'
import { warehouseRefusal } from '../../../src-shared/domain/warehouse-refusal.ts'
import { openOrderAction } from '../../app/do-order-action.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { undoEffect } from '../../bridge/commerce.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { actionWords, stateWords } from './words.ts'
import './effects.css'

/** How many of the newest stand on the card; all of them stand in the thread. */
const SHOWN = 3

/** On the card of an order: the way to act on it, what was done to it, and what of that can be put back. */
export function OrderEffects({ conversationId, orderNo, effects, first }: { conversationId: string; orderNo: string; effects: readonly ThreadEffect[]; first: boolean }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const keys = useKeys()
  const own = effects.filter(({ action }) => action.orderNo === orderNo).slice(-SHOWN)
  return (
    <div className="effects">
      <button type="button" className="text-button small" title={`${t('actions')}  ${first ? keys['order-action'] : ''}`.trim()} onClick={() => openOrderAction(desk, orderNo)} data-testid="order-act">{t('actions.open')}</button>
      {own.map((effect, n) => (
        <p key={effect.id} className="small effect" data-state={effect.state} data-testid="order-effect">
          <span dir="auto">{actionWords(t, effect.action, language)} · {stateWords(t, effect, language)}</span>
          {effect.undo && <button type="button" className="text-button small" data-testid="effect-undo" onClick={() => void undoEffect(desk, conversationId, effect.id).catch(report)}>{t('effect.undo')}</button>}
          {n === own.length - 1 && <Instead effect={effect} orderNo={orderNo} />}
        </p>
      ))}
    </div>
  )
}

/** What the warehouse left open when it said no, one press away. */
function Instead({ effect: { refusal }, orderNo }: { effect: ThreadEffect; orderNo: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const instead = refusal && warehouseRefusal(refusal.detail)?.instead
  if (instead !== 'intercept' && instead !== 'cancel') return null
  return <button type="button" className="text-button small" data-testid="effect-instead" onClick={() => openOrderAction(desk, orderNo, instead)}>{t(`effect.instead.${instead}`)}</button>
}
