import { useEffect } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Line, LineGroup } from './lines.ts'
import { ResultLine } from './ResultLine.tsx'

interface Props {
  groups: readonly LineGroup[]
  chosen: Line | null
  question: string
  busy: boolean
  failed: boolean
  onPoint: (id: string) => void
  onOpen: (line: Line) => void
  onInsert: (line: Line) => void
}

/** What was found for the words in the box, in groups; asking is one of the lines. */
export function Results({ groups, chosen, question, busy, failed, onPoint, onOpen, onInsert }: Props) {
  const { t } = useWords()
  useEffect(() => {
    if (chosen) document.getElementById(`copilot-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const found = groups.reduce((sum, { kind, lines }) => sum + (kind === 'ask' ? 0 : lines.filter((line) => line.kind !== 'beside').length), 0)
  const said = failed ? t('copilot.failed') : busy ? t('copilot.busy') : found === 0 ? t('copilot.nothing') : t('copilot.found', { count: found })
  return (
    <>
      <p className={found > 0 && !failed ? 'hidden-text' : 'copilot-said small quiet'} role="status">{said}</p>
      <div id="copilot-lines" role="grid" aria-label={t('copilot.results')}>
        {groups.map(({ kind, lines }) => (
          <div key={kind} role="rowgroup" aria-label={t(`copilot.group.${kind}`)} data-group={kind}>
            {kind !== 'ask' && <p className="copilot-group small quiet" aria-hidden>{t(`copilot.group.${kind}`)}</p>}
            {lines.map((line) => (
              <ResultLine key={line.id} line={line} chosen={line.id === chosen?.id} question={question} onPoint={() => onPoint(line.id)} onOpen={() => onOpen(line)} onInsert={() => onInsert(line)} />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}
