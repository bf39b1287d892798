import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { nightId } from '../night/night-id.ts'
import { greetingId, isGreeting } from '../../../src-shared/domain/greeting-id.ts'
import { handBackId, isHandBack } from '../../../src-shared/domain/hand-back-id.ts'
import { Id } from '../../../src-shared/domain/message.ts'

const chen = '01991c2b-6a4e-7000-8abc-3f00000000ff'

test('HB-2 the question whether autopilot may answer is known by its id alone, and no other message is taken for it (a yes to something else would be consent)', () => {
  const ids = [0, 1, 41, 2 ** 31].map((seq) => handBackId(chen, seq))
  expect(new Set(ids).size).toBe(4)
  for (const id of ids) expect([Id.safeParse(id).success, isHandBack(id, chen), isHandBack(id, randomUUID()), isGreeting(id, chen)]).toEqual([true, true, false, false])
  expect([isHandBack(chen, chen), isHandBack(greetingId(chen, randomUUID()), chen), isHandBack(nightId(chen, 'reply', 20_785), chen), isHandBack(nightId(chen, 'note', 20_785), chen), isHandBack('', chen)]).toEqual([false, false, false, false, false])
  for (let n = 0; n < 1000; n++) expect(isHandBack(randomUUID(), chen)).toBe(false)
})
