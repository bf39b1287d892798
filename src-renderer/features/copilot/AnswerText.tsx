import type { CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { findingWords } from '../composer/guard/finding-words.ts'
import { drawnPieces } from './answer-pieces.ts'

/** The words of an answer; each number leads to its source, and what has none is underlined, with the composer's words for why. Drawn as text, whatever a model wrote. */
export function AnswerText({ turn, open, onNumber }: { turn: CopilotTurn; open: number | null; onNumber: (n: number) => void }) {
  const { t, local } = useWords()
  const sources = new Map(turn.sources.map((source) => [source.n, source]))
  return (
    <p className="copilot-words" dir="auto" data-testid="copilot-words">
      {drawnPieces(turn, new Set(sources.keys())).map(({ text, n, finding }, at) => {
        const source = n === null ? undefined : sources.get(n)
        if (source) return <button key={at} type="button" className="copilot-number" aria-expanded={open === source.n} aria-label={t('copilot.source', { n: source.n, title: local(source.title) })} title={local(source.title)} onClick={() => onNumber(source.n)}>{source.n}</button>
        return finding ? <span key={at} className="finding copilot-finding" data-grave={finding.severity === 'error' ? '' : undefined} title={findingWords(t, finding)} data-testid="copilot-finding">{text}</span> : text
      })}
    </p>
  )
}
