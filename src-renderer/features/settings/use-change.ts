import { useState } from 'react'
import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { Settings } from '../../../src-shared/contract/desk.ts'
import { report, settingsBefore } from '../../app/do.ts'
import { changeSettings } from '../../bridge/actions.ts'
import { useDesk } from '../../bridge/hooks.ts'

export type Change = Omit<CallParams<'settings.set'>, 'model'>

/** What each section gets. `change` takes effect at once; `name` is what the way back is called by. */
export interface SectionProps {
  settings: Settings
  change: (fields: Change, name: string) => void
}

/** Applies changes at once and keeps the way back of the last one. */
export function useChange(): { change: SectionProps['change']; last: string | null; undo: () => void } {
  const desk = useDesk()
  const [last, setLast] = useState<{ name: string; before: Change } | null>(null)
  return {
    change: (fields, name) => {
      setLast({ name, before: settingsBefore(desk, fields) })
      void changeSettings(desk, fields).catch(report)
    },
    last: last?.name ?? null,
    undo: () => {
      if (!last) return
      setLast(null)
      void changeSettings(desk, last.before).catch(report)
    },
  }
}
