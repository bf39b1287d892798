import type { StepOf } from '../../src-shared/domain/trace.ts'
import { toAppError } from '../../src-shared/errors.ts'
import { knownValues } from '../domain/drafting/masking/known.ts'
import { createMasker } from '../domain/drafting/masking/masker.ts'
import type { EmbeddingsPort } from '../domain/knowledge/embedding/port.ts'
import { toVector, type Vector } from '../domain/knowledge/embedding/vector.ts'
import type { Engine, Writing } from './context.ts'
import type { Question } from './draft-input.ts'
import { knownTo } from './known-to.ts'
import { countVectors, restVectors, vectorsProblem } from './vectors-rest.ts'

/** A draft waits no longer for what its question means; then words alone count. */
const LIMIT_MS = 400
/** Longest question in code points; a customer who pastes a page has said what they want before its end. */
const LONGEST = 2_000

/** What a question means, and how the trace tells it. */
export interface Meaning { vector: Vector | null; told: NonNullable<StepOf<'gather'>['meaning']> }

/** Asks the endpoint what a question means, masked as all that goes there; null where no endpoint gives vectors. Never throws. */
export async function meaningOf(engine: Engine, { abort, vault }: Writing, question: Question): Promise<Meaning | null> {
  const port = engine.embeddings()
  if (!port || question.text.trim() === '') return null
  const began = performance.now()
  const told = (sent: string | null, problem: string | null): Meaning['told'] => ({ model: port.name, sent, problem, ms: Math.round(performance.now() - began) })
  const problem = vectorsProblem(engine) ?? (engine.knowledge().vectorLength() === null ? 'not-read' : null)
  if (problem !== null) return { vector: null, told: told(null, problem) }
  const sent = masked(engine, port, vault, question)
  try {
    const { vectors, tokens } = await port.embed([sent], LIMIT_MS, abort.signal)
    if (abort.signal.aborted) return null
    countVectors(engine, [sent], tokens)
    const vector = toVector(vectors[0] ?? [])
    if (vector?.bytes.length === engine.knowledge().vectorLength()) return { vector, told: told(sent, null) }
    restVectors(engine, { code: 'model-strange' })
    return { vector: null, told: told(sent, 'model-strange') }
  } catch (thrown) {
    if (abort.signal.aborted) return null
    const fault = toAppError(thrown)
    restVectors(engine, fault)
    return { vector: null, told: told(sent, fault.code) }
  }
}

function masked(engine: Engine, port: EmbeddingsPort, vault: Writing['vault'], { record, page, text }: Question): string {
  const masker = createMasker(port.masking, vault, knownValues({ ...knownTo(engine, record), displayName: record.conversation.displayName }))
  const ours = page.findLast((one) => one.message.author.kind !== 'customer')?.message.text ?? null
  return [...masker.said(text, record.lastAt, ours)].slice(0, LONGEST).join('')
}
