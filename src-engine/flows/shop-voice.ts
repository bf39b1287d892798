import type { Voice } from '../../src-shared/domain/voice.ts'
import { learnVoice, LEAST_REPLIES } from '../domain/drafting/voice.ts'
import type { Engine } from './context.ts'

/** Replies that a voice is learned from, the newest. */
const REPLIES = 300
/** A habit does not change within so long; reading it anew for each draft would only cost time. */
const KEPT_MS = 10 * 60_000

const known = new WeakMap<Engine, { at: number; voice: Voice }>()

/** How the shop's people write, counted in the replies that this desk knows. */
export function shopVoice(engine: Engine): Voice {
  const now = engine.clock.now()
  const kept = known.get(engine)
  if (kept && Math.abs(now - kept.at) < KEPT_MS) return kept.voice
  const voice = learnVoice(engine.store.messages.lastByPersons(REPLIES))
  // A shop that has written little so far gets its voice as soon as it has one.
  if (voice.replies >= LEAST_REPLIES) known.set(engine, { at: now, voice })
  return voice
}
