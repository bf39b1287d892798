import { useEffect, useRef, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { Button } from './Button.tsx'
import { createStore } from './store.ts'

interface Props {
  title: string
  closeName: string
  onClose: () => void
  foot?: ReactNode
  /** As large as what it shows, up to the window. */
  wide?: boolean
  /** A shape of its own, drawn by its feature's css as `.dialog[data-look=…]`. */
  look?: string
  /** The content has its own head: only the frame is drawn. */
  bare?: boolean
  children: ReactNode
}

/** The dialogs that are open, the uppermost last. What is to be seen and pressed while one is must lie in it: all else is inert and below. */
export const openDialogs = createStore<readonly HTMLDialogElement[]>([])

/** Marks what has the focus first, where that is not the first thing in the dialog. */
export const FIRST = { 'data-first': '' }

/** A modal dialog of the platform: keeps the focus inside, closes with Esc, gives the focus back. */
export function Dialog({ title, closeName, onClose, foot, wide, look, bare, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    if (dialog) openDialogs.set((all) => [...all, dialog])
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      openDialogs.set((all) => all.filter((one) => one !== dialog))
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref} className="dialog" data-wide={wide ? '' : undefined} data-look={look} aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        // Chromium may ask all open dialogs to close by one Esc: of two, one in the other, only the inner one is meant.
        if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.parentElement?.closest('dialog')) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {!bare && (
        <header className="dialog-head">
          <h2>{title}</h2>
          <Button kind="bare" icon={<X size={16} aria-hidden />} name={closeName} shortcut="Esc" onClick={onClose} />
        </header>
      )}
      {bare ? children : <div className="dialog-body">{children}</div>}
      {foot && <footer className="dialog-foot">{foot}</footer>}
    </dialog>
  )
}
