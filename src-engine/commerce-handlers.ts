import type { CommerceCalls } from '../src-shared/contract/commerce.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { watchBuyer } from './flows/watch-buyer.ts'
import { orderActions, performByPerson, previewAction, undoAction } from './flows/order-actions.ts'

/** What a person does to orders. */
export function commerceHandlers(engine: Engine): Pick<Handlers, keyof CommerceCalls> {
  return {
    'action.choices': (params) => orderActions(engine, params),
    'action.preview': (params) => previewAction(engine, params),
    'action.perform': (params) => {
      performByPerson(engine, params)
      return {}
    },
    'customer.watch': async (params) => {
      await watchBuyer(engine, params)
      return {}
    },
    'action.undo': (params) => {
      undoAction(engine, params)
      return {}
    },
  }
}
