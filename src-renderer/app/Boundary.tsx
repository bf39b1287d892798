import { Component, type ReactNode } from 'react'
import { useWords } from './i18n/use-words.ts'
import { Button } from '../ui/Button.tsx'

interface Props {
  className: string
  children: ReactNode
  /** What lies over the desk is closed rather than drawn again. */
  onClose?: () => void
}

/** Keeps a fault in one part from blanking the desk: the others go on, and this one can be drawn again. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const { className, onClose } = this.props
    const onAgain = () => {
      onClose?.()
      this.setState({ broken: false })
    }
    return <section className={className}><Broken closes={onClose !== undefined} onAgain={onAgain} /></section>
  }
}

function Broken({ closes, onAgain }: { closes: boolean; onAgain: () => void }) {
  const { t } = useWords()
  return (
    <div className="empty" role="alert">
      <p>{t('pane.broken')}</p>
      <Button onClick={onAgain}>{t(closes ? 'close' : 'again')}</Button>
    </div>
  )
}
