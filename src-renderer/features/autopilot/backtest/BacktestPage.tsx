import { useState } from 'react'
import type { BacktestState } from '../../../../src-shared/contract/backtest.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { stopBacktest, useBacktestState } from '../../../bridge/history.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAbout } from '../../settings/use-about.ts'
import { Trial } from './Trial.tsx'
import './backtest.css'

/** What autopilot would have done with the past, under the limits in use or others. */
export function BacktestPage() {
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
  return first ? <Trial policies={policies} first={first} /> : <p>{t('backtest.no-policy')}</p>
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
