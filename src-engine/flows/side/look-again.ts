import type { LooseConversation, LooseTurn } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { candidatesIn, lookUp } from './find-whom.ts'
import { placeCapture } from './place-capture.ts'
import { publishSide } from './view.ts'

/** The capture that is shown while the shop's system could not be asked whose it is; null: nobody is missing, or a person has said whose it is. */
function missing(engine: Engine): { loose: LooseConversation; turn: LooseTurn } | null {
  const loose = engine.store.loose.newest()
  const turn = loose?.turns.at(-1)
  if (loose?.lookup !== 'offline' || loose.customerId !== null || loose.chosen || turn?.role !== 'customer') return null
  return { loose, turn }
}

/** What is still missing, to be asked for once on each line. */
export function missingOnLine(engine: Engine): string | null {
  const turn = missing(engine)?.turn
  return turn && engine.live.caughtUp ? `${turn.id} ${engine.live.cuts}` : null
}

/**
 * Asks once more whose the capture is that is shown, and puts it where it would have gone at once. Words that are typed
 * meanwhile stay with it; what a person said or copied meanwhile holds.
 */
export async function lookAgain(engine: Engine): Promise<void> {
  const before = missing(engine)
  if (!before) return
  const entities = before.turn.verdict?.entities ?? []
  const lookup = await lookUp(engine, before.turn.text, entities)
  const now = missing(engine)
  if (lookup === 'offline' || now?.turn.id !== before.turn.id) return
  const { loose } = now
  const { verdict: _verdict, ...turn } = now.turn
  engine.store.transaction(() => {
    // Nobody still: the question, the draft and whatever is typed stay as they are.
    if (candidatesIn(engine, turn.text, entities).length === 0) return engine.store.loose.put({ ...loose, lookup })
    const put = placeCapture(engine, { turn, entities, lookup }, loose)
    engine.store.loose.put({ ...put, before: changed(engine, loose, put) })
  })
  publishSide(engine)
  engine.wake('side')
}

/** Who was shown before: whoever was before the capture, else nobody, as the panel has said until now. */
function changed({ store }: Engine, was: LooseConversation, put: LooseConversation): LooseConversation['before'] {
  if (put.customerId === null) return was.before
  const name = store.shop.customer(put.customerId)?.name
  return was.before && was.before.name !== name ? was.before : { name: null }
}
