import type { Account } from '../../src-shared/domain/account.ts'
import { permits } from '../../src-shared/domain/roles.ts'
import type { PresenceState } from '../../src-shared/domain/presence.ts'
import type { RouteReason } from '../../src-shared/domain/routing.ts'

/** Somebody who is here. */
export interface Candidate {
  seatId: string
  name: string
  state: PresenceState
  account: Pick<Account, 'role' | 'disabled' | 'skills' | 'languages' | 'teams' | 'capacity'>
  /** Conversations that are this person's now. */
  load: number
}

/** What a conversation asks of whoever takes it. */
export interface Wish {
  /** Topic group, or null while nobody has read it. */
  group: string | null
  /** 0 calm .. 3 angry. */
  emotion: number
  /** ISO 639-1; empty: not known. */
  language: string
  /** Seat that answered this customer last; null: nobody yet. */
  previousSeat: string | null
  team: string | null
  /** Seats that it was offered to in vain lately. */
  passed: readonly string[]
}

export interface Choice { seat: Candidate | null; why: RouteReason[] }

/** From this level on somebody who may lead is the better one. */
const ANGRY = 3
/** What each reason weighs; load counts from 0 to -LOAD. */
const WEIGHT = { previous: 40, skill: 30, language: 25, senior: 10, LOAD: 20 }

const reason = (code: RouteReason['code'], value = ''): RouteReason => ({ code, value })

const mayTake = ({ account, state }: Candidate): boolean => state === 'available' && !account.disabled && permits(account.role, 'answer')

function weigh(wish: Wish, candidate: Candidate): { score: number; why: RouteReason[] } {
  const { account, load } = candidate
  const why: RouteReason[] = []
  let score = -WEIGHT.LOAD * (load / account.capacity)
  const adds = (holds: boolean, weight: number, said: RouteReason) => {
    if (!holds) return
    score += weight
    why.push(said)
  }
  adds(wish.previousSeat === candidate.seatId, WEIGHT.previous, reason('previous-agent'))
  adds(wish.group !== null && account.skills.includes(wish.group), WEIGHT.skill, reason('skill', wish.group ?? ''))
  adds(wish.language !== '' && account.languages.includes(wish.language), WEIGHT.language, reason('language', wish.language))
  adds(wish.emotion >= ANGRY && permits(account.role, 'lead'), WEIGHT.senior, reason('senior'))
  return { score, why }
}

/**
 * Whom a conversation is offered to, and why, or why nobody: available people who may answer, have room and were not asked
 * in vain lately; the best by sum of reasons less their load, ties by load and then by name of the seat, so that the same
 * facts always give the same answer. A team's conversation stays within the team.
 */
export function chooseSeat(wish: Wish, candidates: readonly Candidate[]): Choice {
  const here = candidates.filter(mayTake)
  if (here.length === 0) return { seat: null, why: [reason('nobody-here')] }
  const team = wish.team === null ? here : here.filter(({ account }) => account.teams.includes(wish.team ?? ''))
  if (team.length === 0) return { seat: null, why: [reason('nobody-in-team', wish.team ?? '')] }
  const free = team.filter(({ load, account }) => load < account.capacity)
  if (free.length === 0) return { seat: null, why: [reason('everybody-full')] }
  const left = free.filter(({ seatId }) => !wish.passed.includes(seatId))
  const ranked = left.map((seat) => ({ seat, ...weigh(wish, seat) }))
    .sort((a, b) => b.score - a.score || a.seat.load - b.seat.load || (a.seat.seatId < b.seat.seatId ? -1 : 1))
  const [best] = ranked
  if (best === undefined) return { seat: null, why: [reason('not-opened')] }
  const why = [...(wish.team === null ? [] : [reason('team', wish.team)]), ...best.why]
  return { seat: best.seat, why: why.length > 0 ? why : [reason(left.length === 1 ? 'only-one' : 'least-load', `${best.seat.load}/${best.seat.account.capacity}`)] }
}
