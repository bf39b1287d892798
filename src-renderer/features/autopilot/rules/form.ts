import { createContext, useContext } from 'react'
import type { FieldProblem, RowReach } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { same, valueAt } from './path.ts'

/** The form of one row: what it holds now, what is saved, and what the engine says of it. */
export interface RowForm {
  /** Place of the row, as `intents.damaged`. */
  place: string
  row: Readonly<Record<string, unknown>>
  saved: Readonly<Record<string, unknown>> | undefined
  problems: readonly FieldProblem[]
  reach: RowReach | undefined
  set(path: readonly string[], value: unknown): void
}

export const RowFormContext = createContext<RowForm | null>(null)

export function useRowForm(): RowForm {
  const form = useContext(RowFormContext)
  if (!form) throw new Error('no form around this field')
  return form
}

export interface FieldState {
  id: string
  value: unknown
  /** It differs from what is saved. */
  isChanged: boolean
  /** What is wrong here, in the language of the screen; null: nothing. */
  problem: string | null
  /** Id of the element that says so. */
  problemId: string
  set(value: unknown): void
}

/** One field of the row by its path. `inner`: what is wrong deeper inside is told here too. */
export function useField(path: readonly string[], inner = false): FieldState {
  const form = useRowForm()
  const { t, language } = useWords()
  const field = [form.place, ...path].join('.')
  const found = form.problems.find((one) => one.field === field || (inner && one.field.startsWith(`${field}.`)))
  const id = `rule-${field.replaceAll('.', '-')}`
  return {
    id, value: valueAt(form.row, path), isChanged: !same(valueAt(form.row, path), valueAt(form.saved, path)), problemId: `${id}-problem`,
    problem: found ? (found.law === null ? found.say[language] : t('rules.law', { say: found.say[language], law: found.law })) : null,
    set: (value) => form.set(path, value),
  }
}
