import type { FromEngine } from '../src-shared/contract/shell.ts'
import type { Settings } from '../src-shared/contract/desk.ts'
import { attention, seat } from './flows/attention.ts'
import type { Engine } from './flows/context.ts'
import { deskLanguage } from './flows/settings.ts'

/** Changes that come within this are told to the shell at once, in milliseconds. */
const TOGETHER_MS = 300

/** What the shell shows outside of the windows: tray, notifications, themes, the side panel's key. */
export function createShellNews(engine: () => Engine, settings: () => Settings, tell: (message: FromEngine) => void) {
  let timer: (() => void) | null = null
  let seatTold = ''
  let closed = false
  return {
    attentionSoon(): void {
      timer ??= engine().clock.after(TOGETHER_MS, () => {
        timer = null
        if (!closed) tell(attention(engine()))
      })
    },
    /** Tells nothing that was told last. */
    seat(): void {
      const now = seat(engine())
      if (seatTold === (seatTold = JSON.stringify(now))) return
      tell(now)
    },
    appearance(): void {
      const { theme, side: { shortcut, hidden } } = settings()
      tell({ kind: 'appearance', theme, language: deskLanguage(engine()) })
      tell({ kind: 'side', shortcut, hidden })
    },
    close(): void {
      closed = true
      timer?.()
    },
  }
}
