import { useWords } from '../../app/i18n/use-words.ts'
import { useStore } from '../../ui/store.ts'
import { panel } from './panel.ts'

/** What was just done and for whom, or why not; stays until the next thing is done. */
export function SaidLine() {
  const { t, local } = useWords()
  const said = useStore(panel, (p) => p.said)
  const text = !said ? '' : typeof said.text === 'string' ? t(said.text, { name: '', tail: '', ...said.values }) : local(said.text)
  return <p className="side-said" role="status" aria-live="polite" data-tone={said?.tone} data-testid="side-said">{text}</p>
}
