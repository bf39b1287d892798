import { type SetUpFormInput, secretsOf, settingsFrom, type SetUpValues } from '../../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { z } from 'zod'

/** New values over the old ones; a secret that was left out stays. */
export function filled(form: SetUpFormInput, old: Record<string, unknown>, values: SetUpValues): Record<string, unknown> {
  const kept = Object.fromEntries(secretsOf(form).filter((name) => Object.hasOwn(old, name)).map((name) => [name, old[name]]))
  return { ...kept, ...settingsFrom(values) }
}

/** Which field is not filled in as it should be, in words. */
export function misfilled(form: SetUpFormInput, error: z.ZodError): LocalText {
  const name = String(error.issues[0]?.path.join('.') ?? '')
  const label = form.fields.find((field) => field.name === name)?.label ?? { zh: name, en: name }
  return { zh: `“${label.zh}”没有填对。`, en: `“${label.en}” is not filled in correctly.` }
}

/** What of a connection's settings may be shown, and which secrets are set. Without its form everything is a secret. */
export function shown(form: SetUpFormInput | undefined, settings: Record<string, unknown>): { values: Record<string, unknown>; secrets: string[] } {
  const secret = new Set(form ? secretsOf(form) : Object.keys(settings))
  return { values: Object.fromEntries(Object.entries(settings).filter(([field]) => !secret.has(field))), secrets: [...secret].filter((field) => Boolean(settings[field])) }
}
