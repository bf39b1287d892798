import { z } from 'zod'
import { readJson, writeSmall } from './small-file.ts'

/** In device-independent pixels. */
export const Rectangle = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })
export type Rectangle = z.infer<typeof Rectangle>

export const DEFAULT_SIZE = { width: 1280, height: 800 }
export const MIN_SIZE = { width: 960, height: 640 }

const WindowState = z.object({
  bounds: Rectangle.nullable().catch(null),
  maximized: z.boolean().catch(false),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  language: z.enum(['zh', 'en']).nullable().catch(null),
  /** Closing the window leaves the desk running, reached by the tray. */
  keepRunning: z.boolean().catch(false),
})
export type WindowState = z.infer<typeof WindowState>

/** How the window looked last time, so that the first paint is right before the engine has said anything. */
export class RememberedWindow {
  state: WindowState

  constructor(private readonly path: string) {
    const known = WindowState.safeParse(readJson(path))
    this.state = known.success ? known.data : WindowState.parse({})
  }

  remember(change: Partial<WindowState>): void {
    const next = { ...this.state, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.state)) return
    this.state = next
    try {
      writeSmall(this.path, JSON.stringify(next))
    } catch {
      // Then the window opens as usual next time.
    }
  }
}

/**
 * Where to open: as last time if enough of the title bar can be reached on today's screens, else centred (null).
 * @param areas work areas of the screens
 * @param least the smallest size that works
 */
export function usableBounds(saved: Rectangle | null, areas: readonly Rectangle[], least = MIN_SIZE): Rectangle | null {
  if (!saved) return null
  const bounds = { ...saved, width: Math.max(saved.width, least.width), height: Math.max(saved.height, least.height) }
  const reachable = areas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
    return width >= 200 && bounds.y >= area.y && bounds.y <= area.y + area.height - 50
  })
  return reachable ? bounds : null
}
