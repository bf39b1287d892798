import { createPortal } from 'react-dom'
import { ToastEnd } from '../features/wrap-up/ToastEnd.tsx'
import { useWords } from './i18n/use-words.ts'
import { dropToast, screen } from './screen.ts'
import { useKeys } from './use-keys.ts'
import { useShopZone } from '../bridge/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { openDialogs } from '../ui/Dialog.tsx'
import { dateTime } from '../ui/format.ts'
import { useStore } from '../ui/store.ts'

/** What was just done, with the way back; within the uppermost dialog while one is open, under which nobody would see or reach it. */
export function Toasts() {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  const keys = useKeys()
  const toasts = useStore(screen, (s) => s.toasts)
  const dialog = useStore(openDialogs, (all) => all.at(-1))
  const list = (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast" data-tone={toast.tone}>
          <span>{typeof toast.text === 'string' ? t(toast.text, { name: toast.name, end: '', flag: '', why: '', ...toast.values, time: dateTime(toast.values.time ?? 0, language, zone) }) : local(toast.text)}</span>
          {toast.end && <ToastEnd end={toast.end} />}
          {toast.undo && (
            <Button
              onClick={() => {
                dropToast(toast.id)
                toast.undo?.()
              }}
            >
              {t(toast.undoName ?? 'undo')} {keys.undo && <kbd>{keys.undo}</kbd>}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
  return dialog ? createPortal(list, dialog) : list
}
