import type { CaseRow } from '../../../src-shared/contract/cases.ts'
import type { CaseAct } from '../../../src-shared/domain/case.ts'
import { report } from '../../app/do.ts'
import { focusRow } from '../../app/focus.ts'
import { toast } from '../../app/screen.ts'
import { actOnCase, undoCaseAct } from '../../bridge/cases.ts'
import { keys } from '../../bridge/cache.ts'
import type { Desk } from '../../bridge/desk.ts'
import { casesView, selectCase } from './view.ts'

const rowsOf = (desk: Desk): readonly CaseRow[] => desk.cache.getQueryData<{ rows: CaseRow[] }>([...keys.cases, 'list'])?.rows ?? []

/** The next case that waits for the shop after this one, from the top again at the end; null: that was the last. */
export function nextCase(rows: readonly CaseRow[], id: string): string | null {
  const at = rows.findIndex((row) => row.id === id)
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  return around.find((row) => row.section === 'ours' && row.wish === null)?.id ?? null
}

/** What was received is looked at next, by the same person: the desk stays with it. */
const staysWith = (act: CaseAct): boolean => act.kind === 'received'

/** Takes the step, says so with the way back, and goes on to the next case. Resolves to whether it was taken. */
export async function takeStep(desk: Desk, row: CaseRow, act: CaseAct): Promise<boolean> {
  const next = nextCase(rowsOf(desk), row.id)
  try {
    const id = await actOnCase(desk, row.id, act)
    const undo = (): void => {
      undoCaseAct(desk, id).then(() => {
        selectCase(row.id)
        focusRow()
        toast('said.case.undone')
      }, report)
    }
    toast(`said.case.${act.kind}`, { name: row.customer, undo })
    if (staysWith(act) || casesView.get().selected !== row.id) return true
    if (next === null) toast('said.case.last')
    else selectCase(next)
    focusRow()
    return true
  } catch (error) {
    report(error)
    return false
  }
}
