import { z } from 'zod'
import { readJson, writeSmall } from './small-file.ts'
import { Rectangle } from './window-state.ts'

export const SIDE_WIDTH = 360
export const SIDE_LEAST = { width: 320, height: 420 }
/** Height of the bar that it collapses to. */
export const SIDE_BAR = 44
/** Screens whose place is remembered. */
const SCREENS = 8

const Memory = z.object({
  open: z.boolean().catch(false),
  collapsed: z.boolean().catch(false),
  /** Where the whole panel stood, by screen; the newest last. */
  places: z.array(z.object({ screen: z.string(), bounds: Rectangle })).catch([]),
})
type Memory = z.infer<typeof Memory>

export interface Screen { id: string; workArea: Rectangle }

/** Where the side panel stands on each screen, and whether it was open: it is so again after a restart. */
export class RememberedSide {
  state: Memory

  constructor(private readonly path: string) {
    const known = Memory.safeParse(readJson(path))
    this.state = known.success ? known.data : Memory.parse({})
  }

  remember(change: Partial<Pick<Memory, 'open' | 'collapsed'>>): void { this.write({ ...this.state, ...change }) }

  stands(screen: string, bounds: Rectangle): void {
    const others = this.state.places.filter((each) => each.screen !== screen)
    this.write({ ...this.state, places: [...others, { screen, bounds }].slice(-SCREENS) })
  }

  /**
   * Where the whole panel opens on a screen: where it stood there, pushed back into the screen; else at the right edge in
   * full height.
   */
  placeOn({ id, workArea }: Screen): Rectangle {
    const known = this.state.places.find((each) => each.screen === id)?.bounds
    const usual = { x: workArea.x + workArea.width - SIDE_WIDTH, y: workArea.y, width: SIDE_WIDTH, height: workArea.height }
    return inside(known ?? usual, workArea)
  }

  private write(next: Memory): void {
    if (JSON.stringify(next) === JSON.stringify(this.state)) return
    this.state = next
    try {
      writeSmall(this.path, JSON.stringify(next))
    } catch {
      // Then it opens as usual next time.
    }
  }
}

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, Math.max(least, most)))

/** The same rectangle as far as the area has room for it. */
export function inside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = between(bounds.width, SIDE_LEAST.width, area.width)
  const height = between(bounds.height, SIDE_LEAST.height, area.height)
  return { width, height, x: between(bounds.x, area.x, area.x + area.width - width), y: between(bounds.y, area.y, area.y + area.height - height) }
}
