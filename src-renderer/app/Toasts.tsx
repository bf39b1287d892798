import { ToastEnd } from '../features/work/ToastEnd.tsx'
import { useWords } from './i18n/use-words.ts'
import { dropToast, screen } from './screen.ts'
import { useKeys } from './use-keys.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'

/** What was just done, with the way back. */
export function Toasts() {
  const { t, local } = useWords()
  const keys = useKeys()
  const toasts = useStore(screen, (s) => s.toasts)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast" data-tone={toast.tone}>
          <span>{typeof toast.text === 'string' ? t(toast.text, { name: toast.name, time: '', end: '', flag: '', ...toast.values }) : local(toast.text)}</span>
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
}
