import { z } from 'zod'

const Turn = z.union([
  z.strictObject({
    who: z.literal('customer'), text: z.string().min(1),
    /** Is the customer discontent with how it stands after this message? */
    dissatisfied: z.boolean(),
    /** Minutes since the turn before; one when it is not said. */
    after: z.number().positive().optional(),
  }),
  z.strictObject({ who: z.literal('agent'), text: z.string().min(1), after: z.number().positive().optional() }),
])

/** A short talk of our own with the customer's content turn by turn. `test` ones only measure. */
export const Dialogue = z.strictObject({ id: z.string(), split: z.enum(['train', 'test']), turns: z.array(Turn).min(2) })
export type Dialogue = z.infer<typeof Dialogue>

/** Reads `corpus/dialogues/*.jsonl`. @throws Error that names the line and what is wrong with it */
export function parseDialogues(text: string): Dialogue[] {
  return text.split('\n').filter((line) => line !== '').map((line, index) => {
    const read = Dialogue.safeParse(JSON.parse(line))
    if (!read.success) throw new Error(`dialogue ${String(index + 1)}: ${read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; ')}`)
    return read.data
  })
}
