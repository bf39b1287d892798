import type { Settings } from '../src-shared/contract/desk.ts'
import type { PolicyCalls } from '../src-shared/contract/policies.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { keepPolicy } from './flows/keep-policy.ts'
import { policyVersions } from './flows/policy-versions.ts'
import { putPolicy } from './flows/put-policy.ts'
import { readPolicy } from './flows/read-policy.ts'
import { recentQuestions, tryPolicy } from './flows/try-policy.ts'
import { weighPolicy } from './flows/weigh-policy.ts'

/** What the window may do about the limits of autopilot. */
export function policyHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof PolicyCalls> {
  return {
    'policy.read': () => readPolicy(engine),
    'policy.keep': ({ kept }) => {
      keepPolicy(engine, kept)
      return {}
    },
    'policy.check': ({ draft }) => weighPolicy(engine, draft),
    'policy.try': (params) => tryPolicy(engine, params),
    'policy.messages': () => recentQuestions(engine),
    'policy.save': (params) => putPolicy(engine, params, settings().agentName),
    'policy.versions': () => policyVersions(engine),
  }
}
