import type { SideState } from '../../src-shared/contract/port-name.ts'
import { createStore } from '../ui/store.ts'

/** How the side panel and its key stand, as the shell told last; null: not yet. */
export const sideState = createStore<SideState | null>(null)
