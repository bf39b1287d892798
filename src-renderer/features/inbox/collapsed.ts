import { remember, remembered } from '../../app/memory.ts'
import { createStore, useStore } from '../../ui/store.ts'
import { SECTIONS, type Place } from './order.ts'

const KNOWN: ReadonlySet<string> = new Set(SECTIONS)

const stored = (remembered('collapsed-sections') ?? '').split(' ').filter((name) => KNOWN.has(name)) as Place[]
const collapsed = createStore<ReadonlySet<Place>>(new Set(stored))

/** Sections of the queue that show their header alone; remembered on this computer. */
export const useCollapsed = (): ReadonlySet<Place> => useStore(collapsed, (now) => now)

export function toggleSection(section: Place): void {
  collapsed.set((now) => {
    const next = new Set(now)
    if (!next.delete(section)) next.add(section)
    return next
  })
  remember('collapsed-sections', [...collapsed.get()].join(' '))
}
