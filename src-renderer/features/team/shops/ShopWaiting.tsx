import type { ShopWaiting as Waiting } from '../../../../src-shared/wire/seat-shops.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { decideAtShop } from '../../../bridge/shops.ts'
import { Button } from '../../../ui/Button.tsx'

/** What was begun at a shop and has no outcome: what nobody is sure of waits for a person's word. */
export function ShopWaiting({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useWords()
  const desk = useDesk()
  if (waiting.length === 0) return null
  const found = (id: string, state: 'done' | 'not-done' | 'ask-again'): void => void decideAtShop(desk, { id, found: state === 'done' ? { state, reference: null } : { state } }).catch(report)
  return (
    <section aria-label={t('shops.waiting')} data-testid="shop-waiting">
      <h3>{t('shops.waiting')}</h3>
      <p className="small quiet">{t('shops.waiting.about')}</p>
      <ul className="connection-list">
        {waiting.map(({ id, shop, where, orderNo, action, by, step }) => (
          <li key={id} className="connection-head">
            <strong>{where === 'warehouse' ? t('warehouse.of', { name: shop }) : shop}</strong><span className="small">{t('shops.waiting.line', { action: action === null ? t('shops.waiting.step') : t(`level-action.${action}`), no: orderNo, by })}</span>
            {step === 'unsure' ? (
              <span className="connection-do">
                <Button data-testid="shop-found-done" onClick={() => found(id, 'done')}>{t('shops.found.done')}</Button>
                <Button data-testid="shop-found-not" onClick={() => found(id, 'not-done')}>{t('shops.found.not')}</Button>
                <Button onClick={() => found(id, 'ask-again')}>{t('shops.found.again')}</Button>
              </span>
            ) : <span className="small quiet">{t('shops.waiting.going')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
