import type { CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { drawnPieces } from './answer-pieces.ts'

/** The words of an answer; each number leads to its source, and what has none is underlined. Drawn as text, whatever a model wrote. */
export function AnswerText({ turn, open, onNumber }: { turn: CopilotTurn; open: number | null; onNumber: (n: number) => void }) {
  const { t, local } = useWords()
  const sources = new Map(turn.sources.map((source) => [source.n, source]))
  const note = ({ kind, text, expected }: Finding): string => (kind === 'internal-passage' ? t('copilot.mark.internal') : expected === undefined ? t('copilot.mark.none', { text }) : t('copilot.mark.expected', { text, expected }))
  return (
    <p className="copilot-words" dir="auto" data-testid="copilot-words">
      {drawnPieces(turn, new Set(sources.keys())).map(({ text, n, finding }, at) => {
        const source = n === null ? undefined : sources.get(n)
        if (source) return <button key={at} type="button" className="copilot-number" aria-expanded={open === source.n} aria-label={t('copilot.source', { n: source.n, title: local(source.title) })} title={local(source.title)} onClick={() => onNumber(source.n)}>{source.n}</button>
        return finding ? <span key={at} className="finding copilot-finding" data-grave={finding.severity === 'error' ? '' : undefined} title={note(finding)} data-testid="copilot-finding">{text}</span> : text
      })}
    </p>
  )
}
