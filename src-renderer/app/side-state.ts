import type { SideState } from '../../src-shared/contract/port-name.ts'
import { createStore } from '../ui/store.ts'

/** How the side panel and its key stand, as the shell told last; null: not yet. */
export const sideState = createStore<SideState | null>(null)

/** Words that the side panel's key took and that the panel has not dealt with; they may come before its code is there. */
export const takenWords = createStore<{ text: string; cut: boolean } | null>(null)
