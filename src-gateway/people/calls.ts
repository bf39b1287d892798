import { type Permission, permits } from '../../src-shared/domain/roles.ts'
import type { PEOPLE_CALLS, SessionInfo } from '../../src-shared/wire/seat-people.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import { type RefusalCode, refuse } from '../refusals.ts'
import type { Actor } from '../seats/actor.ts'
import { authorise } from '../seats/actor.ts'
import type { Session } from '../store/people.ts'
import { audit, verifyAudit } from './audit.ts'
import { changeAccount } from './change-account.ts'
import { invite, waitingInvitations } from './invitations.ts'
import { checkPassword, passwordMatches, secretOf } from './passwords.ts'
import type { ReachControl } from './reach.ts'
import { accountRoom, sessionRoom } from './rooms.ts'
import { countTry, forgiveTry } from './tries.ts'

/** What the calls about people need of the port besides the store. */
export interface PeoplePort {
  /** Tells the desks of a room why, and cuts them off. */
  end(room: string, code: RefusalCode): void
  reach: ReachControl
}

const may = ({ account }: Actor, permission: Permission): boolean => permits(account.role, permission)

export function peopleHandlers({ store, clock }: Context, actor: Actor, port: PeoplePort): Handlers<typeof PEOPLE_CALLS> {
  const { account } = actor
  const toInfo = ({ id, accountId, label, createdAt, seenAt, expiresAt }: Session): SessionInfo =>
    ({ id, accountId, label, createdAt, seenAt, expiresAt, own: id === actor.sessionId })
  return {
    'people.list': async () => store.read(async (tx) => ({
      sessions: (await tx.people.sessions(may(actor, 'administer') ? null : account.id)).filter(({ expiresAt }) => clock.now() < expiresAt).map(toInfo),
      invitations: may(actor, 'administer') ? await waitingInvitations(tx, clock.now()) : [],
    })),
    'people.put': async (request) => {
      const answer = await store.write((tx) => changeAccount(tx, clock.now(), request))
      if (answer.account.disabled) port.end(accountRoom(answer.account.id), 'account-disabled')
      return answer
    },
    'people.invite': async (request) => ({ ...(await store.write((tx) => invite(tx, clock.now(), actor, request))), reach: await port.reach.now() }),
    'people.uninvite': ({ invitationId }) => store.write(async (tx) => {
      await tx.people.dropInvitation(invitationId)
      return {}
    }),
    'people.endSession': async ({ sessionId }) => {
      await store.write(async (tx) => {
        const session = await tx.people.session(sessionId)
        if (session?.accountId !== account.id) authorise(actor, 'administer')
        await tx.people.dropSession(sessionId)
        await audit(tx, clock.now(), actor, 'people.endSession', { sessionId, accountId: session?.accountId ?? null })
      })
      port.end(sessionRoom(sessionId), 'session-ended')
      return {}
    },
    'people.password': async ({ old, password }) => {
      const by = [{ kind: 'name', key: `password:${account.id}` }] as const
      if (!(await store.write((tx) => countTry(tx, clock.now(), by)))) throw refuse('try-later')
      const credential = await store.read((tx) => tx.people.credential(account.id))
      if (credential === null) throw refuse('no-password')
      if (!(await passwordMatches(old, credential.secret))) throw refuse('sign-in')
      checkPassword(password, account.name)
      const secret = await secretOf(password)
      const ended = await store.write(async (tx) => {
        const now = clock.now()
        await forgiveTry(tx, now, by)
        await tx.people.putCredential({ ...credential, secret, changedAt: now })
        const others = (await tx.people.sessions(account.id)).filter(({ id }) => id !== actor.sessionId)
        for (const { id } of others) await tx.people.dropSession(id)
        await audit(tx, now, actor, 'people.password', { ended: others.length })
        return others
      })
      for (const { id } of ended) port.end(sessionRoom(id), 'session-ended')
      return {}
    },
    'people.reach': ({ open }) => port.reach.set(store, open),
    'audit.page': ({ before, limit, accountId, what }) => store.read(async (tx) => ({ entries: await tx.people.auditBefore(before, limit, { accountId, what }) })),
    'audit.verify': () => verifyAudit((work) => store.read(work)),
  }
}
