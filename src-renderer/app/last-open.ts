import type { Rows } from '../bridge/patches.ts'
import { remember, remembered } from './memory.ts'
import { screen, select } from './screen.ts'

/** Keeps the id of the conversation on the screen for the next start; nothing else of it. */
export function rememberOpen(): void {
  let last = screen.get().selected
  screen.subscribe(() => {
    const { selected } = screen.get()
    if (selected === last) return
    last = selected
    remember('last-open', selected ?? '')
  })
}

/** After a start: the conversation that was open then, unless it is done or the person chose another already. */
export function lastOpen(rows: Rows, id: string | null, selected: string | null): string | null {
  const row = rows.get(id ?? '')
  return selected === null && row && row.section !== 'done' && row.section !== 'past' ? row.id : null
}

export function reopenLast(rows: Rows): void {
  const id = lastOpen(rows, remembered('last-open'), screen.get().selected)
  if (id) select(id)
}
