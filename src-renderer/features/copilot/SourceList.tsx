import { useEffect, useRef } from 'react'
import type { CopilotSource, CopilotTurn } from '../../../src-shared/domain/copilot.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Chip } from '../../ui/Chip.tsx'
import { openSource } from './open.ts'

/** The sources of an answer by their numbers; one that is opened shows the words that it was quoted for. */
export function SourceList({ turn, open, onOpen }: { turn: CopilotTurn; open: number | null; onOpen: (n: number) => void }) {
  const { t } = useWords()
  // A passage that is quoted above is its own entry; it is opened from there.
  const quoted = new Set(turn.extracts.map(({ n }) => n))
  const shown = turn.sources.filter(({ n }) => n === open || !quoted.has(n))
  if (shown.length === 0) return null
  return (
    <ul className="copilot-sources" aria-label={t('copilot.sources')}>
      {shown.map((source) => <Source key={source.n} source={source} open={open === source.n} onOpen={() => onOpen(source.n)} />)}
    </ul>
  )
}

function Source({ source, open, onOpen }: { source: CopilotSource; open: boolean; onOpen: () => void }) {
  const { t, local } = useWords()
  const desk = useDesk()
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li data-open={open ? '' : undefined}>
      <button type="button" className="copilot-source small" aria-expanded={open} onClick={onOpen} data-testid="copilot-source">
        <span className="copilot-number" aria-hidden>{source.n}</span><span className="one-line">{local(source.title)}</span>
        {source.internal && <Chip tone="warning">{t('copilot.internal')}</Chip>}
      </button>
      {open && (
        <div className="copilot-card small" ref={card} data-testid="copilot-card">
          <p dir="auto">{source.text}</p>
          <button type="button" className="text-button" onClick={() => openSource(desk, source)}>{t(`copilot.open.${source.kind}`)}</button>
        </div>
      )}
    </li>
  )
}
