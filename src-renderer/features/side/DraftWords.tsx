import { Fragment } from 'react'
import type { Draft } from '../../../src-shared/domain/draft.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { problemWords } from '../composer/problem.ts'
import type { Placed } from '../composer/guard/place.ts'

const NONE: Partial<Record<string, 'draft.none.language' | 'draft.none.spam' | 'draft.none.no-source' | 'draft.none.nothing-new'>> = {
  language: 'draft.none.language', spam: 'draft.none.spam', 'no-source': 'draft.none.no-source', 'nothing-new': 'draft.none.nothing-new',
}

/** The words that would be copied, as they stand, with what the guard found; under them who wrote them and from what. */
export function DraftWords({ text, draft, own, placed }: { text: string; draft: Draft | null; own: boolean; placed: readonly Placed[] }) {
  const { t } = useWords()
  const by = draft?.by === 'local' ? t('draft.by.local') : draft?.by ?? ''
  const problem = draft?.problem && draft.state === 'ready' ? t(problemWords(draft.problem)) : null
  return (
    <>
      <div className="side-draft" data-testid="side-draft" data-state={own ? 'own' : draft?.state ?? 'waiting'} tabIndex={0} role="group" aria-label={t('side.reply')}>
        {text === '' ? <span className="quiet">{draft && draft.state !== 'streaming' ? t(draft.state === 'failed' ? 'draft.failed' : NONE[draft.problem ?? ''] ?? 'draft.none') : t('draft.streaming', { by })}</span> : <Marked text={text} placed={placed} />}
      </div>
      {!own && draft && text !== '' && (
        <p className="small quiet side-by">
          <span title={problem ?? undefined}>{draft.state === 'streaming' ? t('draft.streaming', { by }) : draft.problem ? t('draft.fallback') : by}</span>
          {draft.citations.map((c) => <span key={c.n} className="source" role="note" tabIndex={0} aria-label={t(`source.${c.kind}`, { title: c.title })} title={t(`source.${c.kind}`, { title: c.title })}>[{c.n}]</span>)}
        </p>
      )}
    </>
  )
}

/** A text with its findings underlined. Offsets are code points. */
function Marked({ text, placed }: { text: string; placed: readonly Placed[] }) {
  const points = [...text]
  const part = (from: number, to?: number) => points.slice(from, to).join('')
  return (
    <>
      {placed.map(({ start, end, finding }, n) => (
        <Fragment key={`${start}-${end}`}>
          {part(placed[n - 1]?.end ?? 0, start)}
          <span className="finding" data-severity={finding.severity}>{part(start, end)}</span>
        </Fragment>
      ))}
      {part(placed.at(-1)?.end ?? 0)}
    </>
  )
}
