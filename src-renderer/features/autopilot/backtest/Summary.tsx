import type { BacktestReport } from '../../../../src-shared/domain/backtest.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { money } from '../../../ui/format.ts'

const MINUTE = 60_000

/** The back-test in three sentences: how often alone, how far with people, and what is not known. */
export function Summary({ report: { total, unknown } }: { report: BacktestReport }) {
  const { t, language } = useWords()
  const alone = total.would.auto + total.would.unknown
  const amounts = total.granted.filter(({ amount }) => amount > 0).map((one) => money(one, language)).join(language === 'zh' ? '、' : ', ')
  return (
    <div className="backtest-summary" data-testid="backtest-summary">
      <p className="backtest-big">{t('backtest.summary', { moments: total.moments, alone: total.would.auto })} {total.would.unknown > 0 && t('backtest.summary.more', { more: total.would.unknown })}</p>
      {alone > 0 && <p>{total.agreement ? t('backtest.agree', { low: Math.round(total.agreement.low * 100), high: Math.round(total.agreement.high * 100) }) : t('backtest.agree.none')} {t('backtest.saved', { count: Math.round(total.savedMs / MINUTE) })} {amounts !== '' && t('backtest.granted', { amounts })}</p>}
      {unknown.orderStatus + unknown.identity > 0 && (
        <p className="small quiet">
          {unknown.orderStatus > 0 && t('backtest.unknown.orderStatus', { count: unknown.orderStatus })} {unknown.identity > 0 && t('backtest.unknown.identity', { count: unknown.identity })} {t('backtest.unknown.note')}
        </p>
      )}
    </div>
  )
}
