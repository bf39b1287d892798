import type { Incident, IncidentFields } from '../../src-shared/domain/incident.ts'
import { isIncidentOpen, isScopeEmpty } from '../../src-shared/domain/incident-match.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { incidentWrong, policyRefused, refuse } from '../refusals.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

type Outcome = SeatResult<'incident.put'>

async function incidentOf(tx: ReadTx, id: string): Promise<Incident | null> {
  const state = await tx.state('incident', id)
  return state?.type === 'incident' ? state.incident : null
}

/** What the policy that holds lets a person give in compensation, minor units; null: it names no cap, and then nothing is given under an incident. */
async function compensationCap(tx: ReadTx): Promise<{ amount: number; currency: string } | null> {
  const [row] = await tx.statesOf('policy', 1)
  const guard = row?.policy.guard
  const cap = guard?.['compensationCap']
  return typeof cap === 'number' ? { amount: Math.round(cap * 100), currency: typeof guard?.['currency'] === 'string' ? guard['currency'] : 'CNY' } : null
}

/** An incident gives nothing that the policy does not: a higher cap is the policy's to give, and needs two people there. @throws AppError `policy-refused` */
async function refuseBeyondCap(tx: ReadTx, { compensation }: IncidentFields): Promise<void> {
  if (compensation.upTo === null) return
  const cap = await compensationCap(tx)
  const { amount, currency } = compensation.upTo
  if (cap === null || cap.currency !== currency || amount > cap.amount) throw policyRefused(cap === null ? 'guard.compensationCap' : `guard.compensationCap ${cap.amount / 100} ${cap.currency} < ${amount / 100} ${currency}`)
}

/** @throws AppError `incident-wrong` */
function refuseWrong(now: number, { scope, endsAt }: IncidentFields): void {
  if (isScopeEmpty(scope)) throw incidentWrong({ zh: '请先写明影响了哪些：订单、商品、快递、地区、下单时间或顾客问的问题，至少一项。', en: 'Say what is affected first: orders, goods, a carrier, a region, dates or what customers ask about.' })
  if (scope.placedFrom !== null && scope.placedTo !== null && scope.placedTo <= scope.placedFrom) throw incidentWrong({ zh: '下单时间的结束要晚于开始。', en: 'The last order date has to be after the first.' })
  if (endsAt <= now) throw incidentWrong({ zh: '结束时间已经过去了。', en: 'Its end is past already.' })
}

async function keep(tx: WriteTx, now: number, requestId: string, incident: Incident): Promise<Outcome> {
  const { n } = await tx.append(now, { type: 'incident', incident })
  await tx.putRequest(requestId, n)
  return { status: 'put', n, incident }
}

/** Opens an incident or changes one that is open, once per request id. @throws AppError `incident-wrong`, `policy-refused` */
export async function putIncident(tx: WriteTx, now: number, { seatId }: Actor, { id, incidentId, basedOn, fields, name }: SeatParams<'incident.put'>): Promise<Outcome> {
  const known = await incidentOf(tx, incidentId)
  const done = await tx.request(id)
  if (done !== null && known !== null) return { status: 'put', n: done, incident: known }
  if (known !== null && known.revision !== basedOn) return { status: 'conflict', incident: known }
  if (known !== null && !isIncidentOpen(known, now)) throw incidentWrong({ zh: '这个通报已经结束；要再用，请新建一个。', en: 'This incident is over. Open a new one to use it again.' })
  refuseWrong(now, fields)
  await refuseBeyondCap(tx, fields)
  const by = { id: seatId, name }
  return keep(tx, now, id, { ...fields, id: incidentId, openedBy: known?.openedBy ?? by, openedAt: known?.openedAt ?? now, changedBy: by, changedAt: now, endedAt: null, revision: (known?.revision ?? 0) + 1 })
}

/** Ends an incident now; one that is over stays as it ended. Once per request id. @throws AppError `not-found` */
export async function endIncident(tx: WriteTx, now: number, { seatId }: Actor, { id, incidentId, name }: SeatParams<'incident.end'>): Promise<Outcome> {
  const known = await incidentOf(tx, incidentId)
  if (known === null) throw refuse('not-found')
  const done = await tx.request(id)
  if (done !== null || !isIncidentOpen(known, now)) return { status: 'put', n: done ?? await tx.head(), incident: known }
  return keep(tx, now, id, { ...known, endedAt: now, changedBy: { id: seatId, name }, changedAt: now, revision: known.revision + 1 })
}
