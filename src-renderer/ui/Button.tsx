import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title' | 'aria-label'> & {
  kind?: 'plain' | 'primary' | 'bare'
  icon?: ReactNode
  /** Name for a button that shows only its icon. */
  name?: string
  /** Shown in the tooltip together with the name. */
  shortcut?: string
  hint?: string
  /** What it began is not done: it does nothing when pressed, and keeps the keyboard, which a disabled button would lose. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button; one without children is square and needs `name`. Its tooltip tells the shortcut. */
export function Button({ kind = 'plain', icon, name, shortcut, hint, busy = false, children, className, onClick, ...rest }: Props) {
  const words = hint ?? name
  const title = words && shortcut ? `${words}  ${shortcut}` : (words ?? shortcut)
  return (
    <button
      type="button" {...rest} className={`button ${className ?? ''}`} data-kind={kind} data-square={children ? undefined : ''}
      aria-disabled={busy || undefined} onClick={busy ? (event) => event.preventDefault() : onClick}
      aria-label={children ? undefined : name} title={title}
    >
      {icon}
      {children}
    </button>
  )
}
