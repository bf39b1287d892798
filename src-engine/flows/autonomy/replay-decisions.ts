import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { replay } from '../../domain/autonomy/replay.ts'
import type { Engine } from '../context.ts'

const SHOWN = 20

/** Decides every recorded decision again from its stored inputs. */
export function replayDecisions({ store }: Pick<Engine, 'store'>): CallResult<'autonomy.replay'> {
  let all = 0
  const different: CallResult<'autonomy.replay'>['different'] = []
  for (const recorded of store.decisions.all()) {
    all++
    const again = replay(recorded)
    if (again !== null) different.push({ id: recorded.id, at: recorded.at, was: recorded.decision.decision, is: again.decision })
  }
  return { all, same: all - different.length, different: different.slice(0, SHOWN) }
}
