import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { MorningCalls } from '../../src-shared/contract/morning.ts'
import { ago, idOf } from './fake-data.ts'

type Fake = { [C in keyof MorningCalls]: (params: CallParams<C>) => CallResult<C> }

let dismissed = false

/** A morning after a night desk. */
export const fakeMorning: Fake = {
  'morning.read': () => ({
    morning: dismissed ? null : { night: 20_784, answered: 14, noted: 5, promises: 2, left: [{ conversationId: idOf(0), displayName: '陈静', upset: true, waitingSince: ago(420) }, { conversationId: idOf(1), displayName: '周航', upset: false, waitingSince: ago(300) }] },
  }),
  'morning.dismiss': (params) => {
    dismissed = params.dismissed
    return {}
  },
}
