import type { BacktestRow } from '../../../../src-shared/domain/backtest.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** Intents that are shown; the rest came seldom. */
const SHOWN = 12
const KINDS = ['same', 'otherwise', 'unclear', 'left'] as const

function partsOf({ alone, would, moments }: BacktestRow): Record<(typeof KINDS)[number], number> {
  return { same: alone.same, otherwise: alone.asked + alone.money + alone.handover, unclear: alone.unclear + alone.none, left: moments - would.auto - would.unknown }
}

/** One line an intent: would it have answered alone, as people did or otherwise. Chosen by click or keyboard, its limits are shown. */
export function IntentBars({ rows, chosen, onChoose }: { rows: readonly BacktestRow[]; chosen: string | null; onChoose: (intent: string) => void }) {
  const { t, label } = useWords()
  return (
    <>
      <ul className="backtest-legend small">{KINDS.map((kind) => <li key={kind}><span className="backtest-mark" data-part={kind} aria-hidden /> {t(`backtest.${kind}`)}</li>)}</ul>
      <ul className="backtest-intents">
        {rows.slice(0, SHOWN).map((row) => {
          const parts = partsOf(row)
          const name = row.intent === '' ? t('backtest.no-intent') : (label(row.intent) ?? row.intent)
          const words = t('backtest.bar', { name, ...parts })
          return (
            <li key={row.intent}>
              <button type="button" className="backtest-intent small" aria-pressed={row.intent === chosen} aria-label={words} title={words} disabled={row.intent === ''} onClick={() => onChoose(row.intent)}>
                <span className="one-line">{name}</span>
                <span className="backtest-bar" aria-hidden>{KINDS.map((kind) => parts[kind] > 0 && <span key={kind} data-part={kind} style={{ flexGrow: parts[kind] }} />)}</span>
                <span className="quiet tabular">{t('backtest.times', { count: row.moments })}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
