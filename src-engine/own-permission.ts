import type { Call } from '../src-shared/contract/calls.ts'
import { permits } from '../src-shared/domain/roles.ts'
import { AppError } from '../src-shared/errors.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { whoAmI } from './flows/who-am-i.ts'

/** What changes something for everybody. The gateway asks again; asked here nothing is shown as done that it will refuse. */
const ANSWERS: readonly Call[] = [
  'conversation.setStatus', 'conversation.setDisposition', 'conversation.snooze', 'conversation.handBack', 'note.save', 'note.delete', 'order.mark', 'reply.send', 'reply.release', 'reply.recall', 'promise.change', 'case.act', 'action.perform',
  'ticket.make', 'ticket.change', 'ticket.comment', 'review.send', 'review.withdraw', 'routing.transfer', 'routing.answer', 'routing.withdraw', 'delivery.again', 'delivery.giveUp', 'workflow.run', 'workflow.control', 'autopilot.pause', 'side.shareMemo',
]

const readsOnly = (): AppError => new AppError({ code: 'not-permitted', retryable: false, say: { zh: '你的角色只能查看，不能回复或修改；需要处理时请找管理员换角色。', en: 'Your role is to read: it answers and changes nothing. An admin can give you another one.' } })

/** The same handlers, but what a reader asks for and may not is refused before anything is written. @throws AppError `not-permitted` */
export function asPermitted(engine: Pick<Engine, 'store'>, handlers: Handlers): Handlers {
  const guarded: Partial<Record<Call, unknown>> = { ...handlers }
  for (const call of ANSWERS) {
    const handler = handlers[call] as (...args: unknown[]) => unknown
    guarded[call] = (...args: unknown[]) => {
      if (!permits(whoAmI(engine).role, 'answer')) throw readsOnly()
      return handler(...args)
    }
  }
  return guarded as Handlers
}
