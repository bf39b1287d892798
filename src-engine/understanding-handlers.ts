import type { Settings } from '../src-shared/contract/desk.ts'
import type { UnderstandingCalls } from '../src-shared/contract/understanding.ts'
import type { Handlers } from './door.ts'
import { checkMessage, drawMessages, uncheckMessage } from './flows/check-message.ts'
import type { Engine } from './flows/context.ts'
import { exportCases, understanding } from './flows/understanding.ts'

/** What the window may do about how well customers are understood. */
export function understandingHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof UnderstandingCalls> {
  return {
    'understanding.draw': ({ count }) => drawMessages(engine, count),
    'understanding.check': (params) => {
      checkMessage(engine, params, settings().agentName)
      return {}
    },
    'understanding.uncheck': ({ messageId }) => {
      uncheckMessage(engine, messageId)
      return {}
    },
    'understanding.report': () => understanding(engine),
    'understanding.export': ({ sampled }) => exportCases(engine, sampled),
  }
}
