import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { v7 as newId } from 'uuid'
import type { Role } from '../../../src-shared/domain/roles.ts'
import type { Answer } from '../../../src-shared/errors.ts'
import { PROTOCOL_VERSION } from '../../../src-shared/wire/protocol.ts'
import { INVITATION_PATH, SignedIn, type AccountChange } from '../../../src-shared/wire/seat-people.ts'
import type { SeatCall, SeatParams, SeatResult } from '../../../src-shared/wire/seat.ts'
import { newUserData } from './app.ts'

/** A gateway that one may join. */
export interface Joinable { seatUrl: string; token: string }

const PASSWORD = 'correct horse battery'
const ANSWER_MS = 30_000

export interface Caller {
  call: <C extends SeatCall>(call: C, params: SeatParams<C>) => Promise<SeatResult<C>>
  close: () => void
}

/** A seat without a window. @throws when the gateway refuses it */
export async function connectSeat({ seatUrl, token }: Joinable, seatId: string): Promise<Caller> {
  const socket = io(seatUrl, { auth: { token, seatId, protocol: PROTOCOL_VERSION }, transports: ['websocket'], reconnection: false, forceNew: true })
  await new Promise<void>((done, fail) => {
    socket.once('connect', done)
    socket.once('connect_error', fail)
  })
  return {
    call: async (call, params) => {
      const answer = await socket.timeout(ANSWER_MS).emitWithAck(call, params) as Answer<SeatResult<typeof call>>
      if (!answer.ok) throw new Error(`${call}: ${answer.error.code}`)
      return answer.result
    },
    close: () => { socket.close() },
  }
}

export interface Member {
  accountId: string
  seatId: string
  /** The session that the person's seat works with. */
  token: string
}

/** Invites somebody and joins for them, at a seat of that name. */
export async function joinTeam(gateway: Joinable, seatId: string, { name, role, ...change }: { name: string; role: Role } & AccountChange): Promise<Member> {
  const admin = await connectSeat(gateway, 'admin-of-the-test')
  try {
    const { code } = await admin.call('people.invite', { name, role, teams: [] })
    const answer = await fetch(gateway.seatUrl + INVITATION_PATH, { method: 'POST', body: JSON.stringify({ code, name, password: PASSWORD, seatId, label: name }) })
    const { account, token } = SignedIn.parse(await answer.json())
    if (Object.keys(change).length > 0) await admin.call('people.put', { id: newId(), accountId: account.id, change })
    return { accountId: account.id, seatId, token }
  } finally {
    admin.close()
  }
}

/** What a real desk of this person is launched with; its folder is the caller's to remove. */
export function deskOf(gateway: Joinable, { seatId, token }: Member): { userData: string; env: Record<string, string> } {
  const userData = newUserData()
  writeFileSync(join(userData, 'seat.json'), JSON.stringify({ seatId }))
  return { userData, env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: token } }
}
