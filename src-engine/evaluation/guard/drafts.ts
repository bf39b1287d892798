import type { GuardInput } from '../../domain/guard/index.ts'
import { additionsOf } from './additions.ts'
import { caseOf, type Case } from './cases.ts'
import type { Pool } from './pools.ts'
import { random, type Random } from './random.ts'
import { passagesOf, SHAPES } from './shapes.ts'
import { SLOTS } from './slots.ts'
import type { Template } from './template.ts'

/** A draft with what the guard is told beside it. */
export interface Told { id: string; input: GuardInput }
/** A draft with one thing wrong in it: where, in code points, and which kinds of finding name it rightly. */
export interface Spoiled extends Told { error: string; start: number; end: number; kinds: readonly string[] }
export interface DraftSet { right: Told[]; spoiled: Spoiled[] }

interface Piece { slot: string | null; text: string }
const codePoints = (text: string): number => [...text].length

function piecesOf(template: Template, one: Case, manner: number): Piece[] {
  return template.text.split(/(\{\w+\})/).filter((part) => part !== '').map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) return { slot: null, text: part }
    const slot = SLOTS[name]
    if (!slot) throw new Error(`${template.id}: no slot ${name}`)
    return { slot: name, text: slot.right(one, manner) }
  })
}

function inputOf(one: Case, shape: number, draft: string): GuardInput {
  return {
    draft, facts: (SHAPES[shape % SHAPES.length] ?? SHAPES[0])(one), passages: passagesOf(one), language: one.language,
    policy: { compensationCap: 30, refundCap: 2000, currency: one.currency }, now: `${new Date(one.now + one.offset * 3_600_000).toISOString().slice(0, 19)}${one.offset === 0 ? 'Z' : '+08:00'}`,
  }
}

/** Every slot of the draft spoiled in one way drawn by chance, and one sentence too much. */
function spoil(id: string, pieces: readonly Piece[], one: Case, drawn: { shape: number; manner: number; random: Random }): Spoiled[] {
  const made: Spoiled[] = []
  pieces.forEach((piece, at) => {
    const ways = piece.slot === null ? [] : (SLOTS[piece.slot]?.wrong(one, drawn.manner, drawn.random) ?? []).filter((way) => way.text !== piece.text)
    if (ways.length === 0) return
    const way = drawn.random.pick(ways)
    const before = pieces.slice(0, at).map((p) => p.text).join('')
    const draft = before + way.text + pieces.slice(at + 1).map((p) => p.text).join('')
    made.push({ id: `${id}/${piece.slot}`, error: way.error, kinds: way.kinds, start: codePoints(before), end: codePoints(before + way.text), input: inputOf(one, drawn.shape, draft) })
  })
  const addition = drawn.random.pick(additionsOf(one))
  const whole = pieces.map((piece) => piece.text).join('')
  const start = codePoints(whole) + codePoints(addition.text.slice(0, addition.text.indexOf(addition.wrong)))
  made.push({ id: `${id}/+`, error: addition.error, kinds: addition.kinds, start, end: start + codePoints(addition.wrong), input: inputOf(one, drawn.shape, whole + addition.text) })
  return made
}

/** Right drafts out of templates, `rounds` of each in every shape of records, and the same with one thing wrong. */
export function draftsOf(templates: readonly Template[], pool: Pool, seed: number, rounds: number): DraftSet {
  const chance = random(seed)
  const set: DraftSet = { right: [], spoiled: [] }
  for (const template of templates) {
    for (let round = 0; round < rounds; round += 1) {
      const one = caseOf(chance, pool, template.language, chance.pick(template.stages))
      const drawn = { shape: round, manner: chance.int(60), random: chance }
      const pieces = piecesOf(template, one, drawn.manner)
      const id = `${template.id}/${round}`
      set.right.push({ id, input: inputOf(one, drawn.shape, pieces.map((piece) => piece.text).join('')) })
      set.spoiled.push(...spoil(id, pieces, one, drawn))
    }
  }
  return set
}
