import type { CaseCalls } from '../src-shared/contract/cases.ts'
import type { Handlers } from './door.ts'
import { actByPerson, undoAct } from './flows/cases/act-on-case.ts'
import { packEvidence } from './flows/cases/pack-evidence.ts'
import { listCases, readCase } from './flows/cases/read-cases.ts'
import type { Engine } from './flows/context.ts'

/** After-sale cases. */
export function caseHandlers(engine: Engine): Pick<Handlers, keyof CaseCalls> {
  return {
    'cases.list': () => ({ rows: listCases(engine) }),
    'case.get': ({ id }) => readCase(engine, id),
    'case.act': (params) => ({ sendAt: actByPerson(engine, params) }),
    'case.undo': ({ id }) => {
      undoAct(engine, id)
      return {}
    },
    'case.evidence': (params) => packEvidence(engine, params),
  }
}
