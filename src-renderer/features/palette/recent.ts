import { screen } from '../../app/screen.ts'

/** How many conversations are offered before anything is typed. */
const KEPT = 6

let recent: readonly string[] = []

/** Conversations that were open since the start, newest first; the one on the screen is not among them. Ids only, and only here. */
export const recentIds = (): readonly string[] => recent.filter((id) => id !== screen.get().selected)

/** Called once, when the window starts. */
export function watchRecent(): void {
  screen.subscribe(() => {
    const { selected } = screen.get()
    if (selected && recent[0] !== selected) recent = [selected, ...recent.filter((id) => id !== selected)].slice(0, KEPT + 1)
  })
}
