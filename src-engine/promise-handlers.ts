import type { Handlers } from './door.ts'
import { changePromise, promiseOwners } from './flows/change-promise.ts'
import type { Engine } from './flows/context.ts'
import { outsidePromises } from './flows/outside-promises.ts'
import { seePromises } from './flows/promise-reply.ts'

/** Calls about what we promised customers. */
export function promiseHandlers(engine: Engine): Pick<Handlers, 'promises.read' | 'promises.outside' | 'promise.change' | 'promise.owners'> {
  return {
    'promises.read': ({ text }) => seePromises(engine, text),
    'promises.outside': () => ({ promises: outsidePromises(engine) }),
    'promise.change': (params) => {
      changePromise(engine, params)
      return {}
    },
    'promise.owners': ({ conversationId }) => promiseOwners(engine, conversationId),
  }
}
