import type { AutonomyCalls } from '../src-shared/contract/autonomy.ts'
import type { Settings } from '../src-shared/contract/desk.ts'
import type { Handlers } from './door.ts'
import { listLevels } from './flows/autonomy/list-levels.ts'
import { replayDecisions } from './flows/autonomy/replay-decisions.ts'
import { judgeCase, sampledCases } from './flows/autonomy/sampled.ts'
import { decideProposal, setLevel } from './flows/autonomy/set-level.ts'
import { throwSwitch } from './flows/autonomy/throw-switch.ts'
import type { Engine } from './flows/context.ts'

/** What the window may ask about levels, switches and evidence. */
export function autonomyHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof AutonomyCalls> {
  return {
    'autonomy.levels': () => listLevels(engine),
    'autonomy.setLevel': (params) => setLevel(engine, params, settings().agentName),
    'autonomy.hold': (params) => {
      throwSwitch(engine, params, settings().agentName)
      return {}
    },
    'autonomy.decide': (params) => decideProposal(engine, params, settings().agentName),
    'autonomy.sampled': () => ({ cases: sampledCases(engine) }),
    'autonomy.judge': (params) => {
      judgeCase(engine, params)
      return {}
    },
    'autonomy.replay': () => replayDecisions(engine),
  }
}
