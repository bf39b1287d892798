import { Component, type ReactNode } from 'react'
import { useWords } from './i18n/use-words.ts'
import { Button } from '../ui/Button.tsx'

/** Keeps a fault in one pane from blanking the desk: the others go on, and this one can be drawn again. */
export class Boundary extends Component<{ className: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <section className={this.props.className}><Broken onAgain={() => this.setState({ broken: false })} /></section>
  }
}

function Broken({ onAgain }: { onAgain: () => void }) {
  const { t } = useWords()
  return (
    <div className="empty" role="alert">
      <p>{t('pane.broken')}</p>
      <Button onClick={onAgain}>{t('again')}</Button>
    </div>
  )
}
