import { v7 } from 'uuid'
import type { InvitationInfo } from '../../src-shared/wire/seat-people.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { Actor } from '../seats/actor.ts'
import type { Invitation } from '../store/people.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { hashOfCode, newCode } from './tokens.ts'

const INVITATION_MS = 7 * 24 * 3_600_000

export async function invite(tx: WriteTx, now: number, { account }: Actor, { name, role, teams }: SeatParams<'people.invite'>): Promise<{ code: string; invitation: InvitationInfo }> {
  const code = newCode()
  const invitation: Invitation = { id: v7(), hash: hashOfCode(code), name, role, teams, by: account.id, createdAt: now, expiresAt: now + INVITATION_MS }
  await tx.people.putInvitation(invitation)
  return { code, invitation: toInfo(invitation) }
}

/** The invitation of a code; one that is over is forgotten, and stays so when the clock is set back. */
export async function openInvitation(tx: WriteTx, now: number, code: string): Promise<Invitation | null> {
  const invitation = await tx.people.invitationByHash(hashOfCode(code))
  if (invitation === null || now < invitation.expiresAt) return invitation
  await tx.people.dropInvitation(invitation.id)
  return null
}

export const waitingInvitations = async (tx: ReadTx, now: number): Promise<InvitationInfo[]> =>
  (await tx.people.invitations()).filter(({ expiresAt }) => now < expiresAt).map(toInfo)

const toInfo = ({ id, name, role, teams, createdAt, expiresAt }: Invitation): InvitationInfo => ({ id, name, role, teams, createdAt, expiresAt })
