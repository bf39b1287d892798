import { expect, test } from 'vitest'
import type { Role } from '../src-shared/domain/roles.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { asPermitted } from './own-permission.ts'

/** A store that knows one account, and no more. */
const deskOf = (role: Role): Pick<Engine, 'store'> => ({
  store: { settings: { read: () => ({ accountId: 'a', signedIn: true }) }, shared: { get: () => ({ name: 'A', role }) } } as unknown as Engine['store'],
})

const params = { conversationId: 'c', status: 'resolved', snoozeUntil: null } as never
const session = { focused: null }

test('RO-23 what a reader may not is refused before anything is kept, and reading goes on (a wish that waits for a gateway which will refuse it)', () => {
  const asked: string[] = []
  const handlers = { 'conversation.setStatus': () => { asked.push('setStatus') }, 'unsent.save': () => { asked.push('unsent') } } as unknown as Handlers
  const reader = asPermitted(deskOf('reader'), handlers)
  expect(() => reader['conversation.setStatus'](params, session)).toThrowError(expect.objectContaining({ code: 'not-permitted' }) as Error)
  void reader['unsent.save'](params, session)
  expect(asked).toEqual(['unsent'])
  void asPermitted(deskOf('agent'), handlers)['conversation.setStatus'](params, session)
  expect(asked).toEqual(['unsent', 'setStatus'])
})
