import type { TFunction } from 'i18next'
import type { DeskState } from '../../../src-shared/contract/desk.ts'
import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import type { EngineLink } from '../../bridge/desk.ts'
import { clock, count } from '../../ui/format.ts'

export interface TruthLine {
  tone: 'live' | 'busy' | 'offline'
  text: string
  /** How far a catch-up is, 0..1; null where there is nothing to measure. */
  progress: number | null
}

/** How the desk stands to the world, in one sentence. */
export function truthOf(engine: EngineLink, state: DeskState | undefined, t: TFunction, language: DeskLanguage): TruthLine {
  const line = (tone: TruthLine['tone'], text: string, progress: number | null = null): TruthLine => ({ tone, text, progress })
  if (engine === 'never' || !state) return line('busy', t('truth.starting'))
  if (engine === 'away') return line('offline', t('truth.away'))
  const { link } = state
  // The reason says more than that the line is cut.
  if (state.refused !== null && link.state !== 'live') return line('offline', state.refused.say[language])
  switch (link.state) {
    case 'live': return line('live', t('truth.live'))
    case 'connecting': return line('busy', t('truth.connecting'))
    case 'offline': return line('offline', t('truth.offline', { time: clock(link.since, language) }))
    // Nothing is known yet of how much there is: to say "0 of 0" would be a riddle.
    case 'catching-up': return link.total === 0 ? line('busy', t('truth.connecting')) : line('busy', t('truth.catching', { done: count(link.done, language), total: count(link.total, language) }), Math.min(1, link.done / link.total))
  }
}
