import type { TFunction } from 'i18next'
import type { DeskState } from '../../../src-shared/contract/desk.ts'
import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useEngineLink } from '../../bridge/hooks.ts'
import type { EngineLink } from '../../bridge/desk.ts'
import { clock, count } from '../../ui/format.ts'
import { drillWords } from '../demo/drill-words.ts'

type Tone = 'live' | 'busy' | 'offline'

interface Line {
  tone: Tone
  text: string
}

/** How the desk stands to the world, in one sentence. */
function lineOf(engine: EngineLink, state: DeskState | undefined, t: TFunction, language: DeskLanguage): Line {
  if (engine === 'never' || !state) return { tone: 'busy', text: t('truth.starting') }
  if (engine === 'away') return { tone: 'offline', text: t('truth.away') }
  const { link } = state
  if (link.state === 'catching-up') return { tone: 'busy', text: t('truth.catching', { done: count(link.done, language), total: count(link.total, language) }) }
  if (link.state === 'offline') return { tone: 'offline', text: t('truth.offline', { time: clock(link.since, language) }) }
  return link.state === 'live' ? { tone: 'live', text: t('truth.live') } : { tone: 'busy', text: t('truth.connecting') }
}

export function Truth() {
  const { t, language } = useWords()
  const engine = useEngineLink()
  const state = useDeskState()
  const { tone, text } = lineOf(engine, state, t, language)
  const waiting = state?.waiting ?? 0
  const held = state?.held ?? 0
  const drill = state ? drillWords(state.drill, t) : null
  const parts = [
    ...(drill === null ? [] : [drill]),
    text,
    ...(waiting > 0 && tone !== 'live' ? [t('truth.waiting', { count: waiting })] : []),
    ...(held > 0 ? [t('truth.held', { count: held })] : []),
  ]
  return (
    <p className="truth" data-testid="truth" data-tone={tone} data-link={state?.link.state ?? 'unknown'} data-drill={drill === null ? undefined : ''} role="status" title={[parts.join(' · '), ...(tone === 'offline' ? [t('truth.safe')] : [])].join('\n')}>
      <span className="truth-dot" aria-hidden />
      <span className="one-line tabular">{parts.join(' · ')}</span>
    </p>
  )
}
