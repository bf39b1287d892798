import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useEngineLink } from '../../bridge/hooks.ts'
import { drillWords } from '../demo/drill-words.ts'
import { dateTime } from '../../ui/format.ts'
import { truthOf } from './truth-line.ts'

export function Truth() {
  const { t, language } = useWords()
  const engine = useEngineLink()
  const state = useDeskState()
  const { tone, text, progress } = truthOf(engine, state, t, language)
  const waiting = state?.waiting ?? 0
  const held = state?.held ?? 0
  const drill = state ? drillWords(state.drill, t) : null
  const parts = [
    ...(drill === null ? [] : [drill]),
    text,
    ...(state?.peak ? [t('truth.peak', { time: dateTime(state.peak.until, language, state.timeZone) })] : []),
    ...(waiting > 0 && tone !== 'live' ? [t('truth.waiting', { count: waiting })] : []),
    ...(held > 0 ? [t('truth.held', { count: held })] : []),
  ]
  return (
    <p className="truth" data-testid="truth" data-tone={tone} data-link={state?.link.state ?? 'unknown'} data-drill={drill === null ? undefined : ''} data-peak={state?.peak ? '' : undefined} role="status" title={[parts.join(' · '), ...(tone === 'offline' ? [t('truth.safe')] : [])].join('\n')}>
      <span className="truth-dot" aria-hidden />
      <span className="one-line tabular">{parts.join(' · ')}</span>
      {progress !== null && <progress className="truth-progress" value={progress} aria-hidden />}
    </p>
  )
}
