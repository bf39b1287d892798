import type { PromiseKind } from '../../../src-shared/domain/follow-up.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import type { Deed } from './wording.ts'

/** One clause's promise: `due` in milliseconds, `start` and `end` in code points. */
export interface Said {
  deed: Deed
  due: number | null
  amount: Money | null
  start: number
  end: number
}
export type Joined = Omit<Said, 'deed'> & { deed: PromiseKind }

/** `we give you 20 yuan, tonight it is on your card` is one promise. */
const merged = (one: Said, next: Said): Said => ({
  deed: one.deed === 'do' ? next.deed : one.deed, due: next.due ?? one.due, amount: one.amount ?? next.amount, start: Math.min(one.start, next.start), end: Math.max(one.end, next.end),
})

/** What a deed without a name of its own is about: what was promised before it, if that fits. */
function goesOn(one: Said, next: Said): boolean {
  if (one.due !== null && next.due !== null && next.due !== one.due) return false
  if (next.deed === 'do' || (one.deed === 'do' && one.due === null)) return true
  if (next.deed === 'pay') return one.deed === 'refund' || one.deed === 'compensation'
  if (next.deed === 'ship' && one.deed === 'invoice') return true
  return next.deed === one.deed
}

const nameOf = (deed: Deed): PromiseKind => (deed === 'pay' ? 'refund' : deed === 'do' ? 'investigate' : deed)
const LEADS_TO: ReadonlySet<PromiseKind> = new Set<PromiseKind>(['investigate', 'escalate'])
const TELLS: ReadonlySet<PromiseKind> = new Set<PromiseKind>(['answer', 'call'])

/**
 * One promise for what is said of one thing. Whoever looks into something in order to answer promises the answer: it
 * takes the place of the looking, which without a time of its own would only be kept twice.
 * @param sentences what each sentence says, in order
 */
export function join(sentences: readonly (readonly Said[])[]): Joined[] {
  const said: Said[] = []
  for (const sentence of sentences) {
    for (const next of sentence) {
      const last = said.at(-1)
      if (last && goesOn(last, next)) said[said.length - 1] = merged(last, next)
      else said.push(next)
    }
  }
  const all = said.map((one): Joined => ({ ...one, deed: nameOf(one.deed) }))
  const tells = all.some(({ deed }) => TELLS.has(deed))
  return all.filter(({ deed, due }) => !(tells && due === null && LEADS_TO.has(deed)))
}
