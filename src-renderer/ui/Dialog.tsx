import { useEffect, useRef, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { Button } from './Button.tsx'

interface Props {
  title: string
  closeName: string
  onClose: () => void
  foot?: ReactNode
  /** As large as what it shows, up to the window. */
  wide?: boolean
  children: ReactNode
}

/** A modal dialog of the platform: keeps the focus inside, closes with Esc, gives the focus back. */
export function Dialog({ title, closeName, onClose, foot, wide, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref} className="dialog" data-wide={wide ? '' : undefined} aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <header className="dialog-head">
        <h2>{title}</h2>
        <Button kind="bare" icon={<X size={16} aria-hidden />} name={closeName} shortcut="Esc" onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {foot && <footer className="dialog-foot">{foot}</footer>}
    </dialog>
  )
}
