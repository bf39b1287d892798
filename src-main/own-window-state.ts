import { z } from 'zod'
import { Id } from '../src-shared/domain/message.ts'
import { readJson, writeSmall } from './small-file.ts'
import { Rectangle } from './window-state.ts'

export const OWN_SIZE = { width: 480, height: 720 }
export const OWN_MIN_SIZE = { width: 400, height: 480 }
/** So many are opened again after a restart. */
const REOPENED = 12
/** The next window of its own stands so far beside the last one, in pixels. */
const STEP = 28

const OwnWindow = z.object({ conversationId: Id, bounds: Rectangle })
export type OwnWindow = z.infer<typeof OwnWindow>
const Memory = z.object({ open: z.array(OwnWindow).catch([]), last: Rectangle.nullable().catch(null) })

/** Which conversations have windows of their own, and where: they are there again after a restart. */
export class RememberedOwnWindows {
  private state: z.infer<typeof Memory>

  constructor(private readonly path: string) {
    const known = Memory.safeParse(readJson(path))
    this.state = known.success ? known.data : { open: [], last: null }
  }

  get open(): readonly OwnWindow[] { return this.state.open.slice(-REOPENED) }

  /** Where a new one opens: beside the last one, as large as that was; null: nothing is known. */
  next(): Rectangle | null {
    const { last } = this.state
    return last && { ...last, x: last.x + STEP, y: last.y + STEP }
  }

  stands(conversationId: string, bounds: Rectangle): void {
    const others = this.state.open.filter((each) => each.conversationId !== conversationId)
    this.write({ open: [...others, { conversationId, bounds }], last: bounds })
  }

  /** The person closed it. */
  closed(conversationId: string): void {
    this.write({ ...this.state, open: this.state.open.filter((each) => each.conversationId !== conversationId) })
  }

  private write(next: z.infer<typeof Memory>): void {
    if (JSON.stringify(next) === JSON.stringify(this.state)) return
    this.state = next
    try {
      writeSmall(this.path, JSON.stringify(next))
    } catch {
      // Then they are not opened again.
    }
  }
}
