import { z } from 'zod'
import { LocalText } from './text.ts'

/** What a person may fill in. A list is written one entry a line. */
export const SetUpValue = z.union([z.string().max(100_000), z.number(), z.boolean(), z.array(z.string().max(2000)).max(200)])
export type SetUpValue = z.infer<typeof SetUpValue>

/**
 * The settings of a connection as the form holds them, flat. A dot in a name is a level of the settings: `imap.host` becomes
 * `{ imap: { host } }`. A secret that is left out stays as it was.
 */
export const SetUpValues = z.record(z.string().max(80), SetUpValue)
export type SetUpValues = z.infer<typeof SetUpValues>

/** One field of a set-up form, described by the kind of channel or shop that needs it. */
export const SetUpField = z.object({
  name: z.string(),
  label: LocalText,
  /** What to write and where to find it, one or two sentences. */
  hint: LocalText.optional(),
  /** `area`: text of several lines · `lines`: a list · `secret`: written and never shown again, also in no answer of the gateway. */
  type: z.enum(['text', 'secret', 'number', 'yes-no', 'choice', 'area', 'lines']),
  required: z.boolean().default(false),
  /** Of a `choice`. */
  options: z.array(z.object({ value: z.string(), label: LocalText })).default([]),
  /** What stands there at first. */
  initial: SetUpValue.optional(),
  /** An example in the empty field; the same in both languages. */
  example: z.string().optional(),
  /** Seldom needed: behind "more". */
  rare: z.boolean().default(false),
})
export type SetUpField = z.infer<typeof SetUpField>

/** Values that one provider always has, such as the servers of a mail provider. */
export const SetUpPreset = z.object({ name: z.string(), label: LocalText, values: SetUpValues, hint: LocalText.optional() })
export type SetUpPreset = z.infer<typeof SetUpPreset>

/** A kind of connection as the window offers it: a card, then its form. */
export const SetUpForm = z.object({
  /** Stable name of the kind, such as `email`. */
  kind: z.string(),
  title: LocalText,
  /** One sentence: what it connects. */
  about: LocalText,
  /** What a person does at the other side first; one sentence a step. */
  steps: z.array(LocalText).default([]),
  fields: z.array(SetUpField),
  presets: z.array(SetUpPreset).default([]),
  /** Whether the other side calls us at an address that the window shows after saving. */
  hook: z.boolean().default(false),
})
export type SetUpForm = z.infer<typeof SetUpForm>
/** As a kind writes it, what has a default left out. */
export type SetUpFormInput = z.input<typeof SetUpForm>

/** `{ 'imap.host': 'h' }` as `{ imap: { host: 'h' } }`, for a kind's own schema. */
export function settingsFrom(values: SetUpValues): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const path = name.split('.')
    const last = path.pop()
    if (last === undefined || [...path, last].includes('__proto__')) continue
    let level = settings
    for (const step of path) {
      const next = Object.hasOwn(level, step) ? level[step] : undefined
      const inner: Record<string, unknown> = typeof next === 'object' && next !== null && !Array.isArray(next) ? next as Record<string, unknown> : {}
      level[step] = inner
      level = inner
    }
    level[last] = value
  }
  return settings
}

/** The names of the fields that are written and never shown. */
export const secretsOf = (form: SetUpFormInput): string[] => form.fields.filter((field) => field.type === 'secret').map((field) => field.name)
