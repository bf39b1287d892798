import { useState, type ReactNode } from 'react'
import type { BacktestState } from '../../../../src-shared/contract/backtest.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { stopBacktest, useBacktestState } from '../../../bridge/history.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAbout } from '../../settings/use-about.ts'
import './backtest.css'

/** What can be shown once the past is read: before that, how far the reading is, or why there is nothing to read. */
export function Past({ children }: { children: (policies: readonly Policy[], first: Policy) => ReactNode }) {
  const { t } = useWords()
  const desk = useDesk()
  const [isWanted, setWanted] = useState(true)
  const { data, failed, again } = useBacktestState(isWanted)
  const policies = useAbout()?.policies
  if (!isWanted) return <p>{t('backtest.stopped')} <Button onClick={() => setWanted(true)}>{t('again')}</Button></p>
  if (failed) return <p role="alert">{t('backtest.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (data === undefined || policies === undefined) return null
  if (data.state === 'reading') return <Reading {...data} onStop={() => { setWanted(false); void stopBacktest(desk).catch(report) }} />
  if (data.total === 0) return <div className="empty"><h3>{t('backtest.empty')}</h3><p>{t('backtest.empty.text')}</p></div>
  const [first] = policies
  return first ? children(policies, first) : <p>{t('backtest.no-policy')}</p>
}

function Reading({ done, total, onStop }: BacktestState & { onStop: () => void }) {
  const { t } = useWords()
  const words = t('backtest.reading', { done, total })
  return (
    <div className="backtest-reading" role="status">
      <p className="tabular">{words}</p>
      <progress max={total} value={done} aria-label={words} />
      <Button onClick={onStop}>{t('cancel')}</Button>
    </div>
  )
}
