import { Sparkles, TriangleAlert } from 'lucide-react'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useWriting } from '../../bridge/hooks.ts'
import { segments } from '../conversation/segments.ts'
import { findingMarks } from '../composer/field-text.ts'
import { findingWords } from '../composer/guard/finding-words.ts'
import { SentButton } from '../trace/SentButton.tsx'
import { difference, isReadable, startOf, type Stretch } from './difference.ts'
import type { Asked, Rewriting } from './use-rewriting.ts'

/** The words that were asked for, beside the person's own, until they are taken or left. */
export function RewritePreview({ rewriting }: { rewriting: Rewriting }) {
  const { asked } = rewriting
  return asked ? <Preview asked={asked} rewriting={rewriting} /> : null
}

function Preview({ asked, rewriting }: { asked: Asked; rewriting: Rewriting }) {
  const { t, local } = useWords()
  const { written, failed } = asked
  const coming = useWriting(asked.id)
  const takes = written !== null && written.text !== ''
  return (
    <section className="rewrite-panel rewrite-preview" aria-label={t('rewrite.preview')} data-testid="rewrite-preview" data-state={failed ? 'failed' : written ? 'done' : 'writing'} onMouseDown={(event) => event.preventDefault()}>
      <div className="rewrite-body" role="status" aria-live="polite">
        {takes && <Result asked={asked} text={written.text} findings={written.findings} />}
        {!written && !failed && <p className="rewrite-text" dir="auto" data-testid="rewrite-coming" aria-hidden>{coming || '\u200b'}</p>}
        {written?.nothing && <p className="rewrite-note">{t(`rewrite.nothing.${written.nothing}`)}</p>}
        {failed && <p className="rewrite-note rewrite-warning"><TriangleAlert size={13} aria-hidden /> {failed === 'model' ? t('rewrite.failed') : local(failed)}</p>}
        {written && <Notes asked={asked} />}
      </div>
      <p className="rewrite-foot small quiet">
        <By asked={asked} />
        {written && <SentButton id={asked.id} by={written.by} problem={written.problem} />}
        {failed === 'model' && <SentButton id={asked.id} by="" problem="failed" />}
        {takes && <button type="button" className="text-button" data-testid="rewrite-take" onClick={rewriting.take}><kbd>Enter</kbd> {t('rewrite.keys.take')}</button>}
        {failed && <button type="button" className="text-button" onClick={rewriting.again}><kbd>Enter</kbd> {t('rewrite.keys.again')}</button>}
        <button type="button" className="text-button" onClick={rewriting.leave}><kbd>Esc</kbd> {t(takes ? 'rewrite.keys.leave' : 'rewrite.keys.close')}</button>
      </p>
    </section>
  )
}

function By({ asked: { written, failed } }: { asked: Asked }) {
  const { t } = useWords()
  const name = useDeskState()?.model.name ?? null
  if (failed) return null
  if (!written) return <span className="rewrite-by"><Sparkles size={13} aria-hidden /> {t('rewrite.writing', { by: name ?? t('draft.by.local') })}</span>
  if (written.text === '') return null
  return <span className="rewrite-by" data-testid="rewrite-by"><Sparkles size={13} aria-hidden /> {written.by === 'local' ? t('rewrite.by.local') : t('rewrite.by', { by: written.by })}</span>
}

/** A rewrite shows what changed; other words stand under one's own. */
function Result({ asked, text, findings }: { asked: Asked; text: string; findings: readonly Finding[] }) {
  const { t } = useWords()
  const before = asked.text.slice(asked.from, asked.to)
  const isRewrite = asked.choice !== 'expand' && asked.choice !== 'translate'
  const changes = isRewrite ? difference(before.trim(), text) : []
  const shown: Stretch[] = isReadable(changes) ? changes : [{ kind: 'same', text }]
  return (
    <>
      <p className="rewrite-text" dir="auto" data-testid="rewrite-result"><Marked stretches={shown} findings={findings} /></p>
      {shown !== changes && <p className="rewrite-was small quiet" dir="auto"><b>{t('rewrite.was')}</b> {before}</p>}
    </>
  )
}

function Marked({ stretches, findings }: { stretches: readonly Stretch[]; findings: readonly Finding[] }) {
  const { t } = useWords()
  return stretches.map((stretch, index) => {
    if (stretch.kind === 'removed') return <del key={index}>{stretch.text}</del>
    const start = startOf(stretches, index)
    const marks = findingMarks(findings.map((finding) => ({ finding, start: Math.max(0, finding.start - start), end: finding.end - start })).filter(({ end }) => end > 0), (finding) => findingWords(t, finding))
    const pieces = segments(stretch.text, marks).map((piece, n) => {
      const mark = piece.marks[0]
      return mark ? <span key={n} className="finding" data-grave={mark.grave ? '' : undefined} title={mark.note}>{piece.text}</span> : piece.text
    })
    return stretch.kind === 'added' ? <ins key={index}>{pieces}</ins> : <span key={index}>{pieces}</span>
  })
}

/** Most findings that are told in words here; all are marked, and told one by one in the field. */
const TOLD = 3

function Notes({ asked: { written } }: { asked: Asked }) {
  const { t } = useWords()
  if (!written) return null
  const figures = (list: readonly string[]) => list.join(t('list.comma'))
  // A figure that another one took the place of is told with that one.
  const lost = written.lost.filter((figure) => !written.findings.some(({ expected }) => expected === figure))
  const grave = written.findings.filter(({ severity }) => severity === 'error').slice(0, TOLD)
  return (
    <>
      {written.problem !== null && <p className="rewrite-note quiet small">{t(written.problem === 'budget-spent' ? 'rewrite.fallback.budget' : written.text === '' ? 'rewrite.failed' : 'rewrite.fallback')}</p>}
      {grave.map((finding) => <p key={`${finding.start} ${finding.kind}`} className="rewrite-note rewrite-danger small" data-testid="rewrite-finding"><TriangleAlert size={12} aria-hidden /> {findingWords(t, finding)}</p>)}
      {lost.length > 0 && <p className="rewrite-note rewrite-warning small" data-testid="rewrite-lost"><TriangleAlert size={12} aria-hidden /> {t('rewrite.lost', { figures: figures(lost) })}</p>}
      {written.text !== '' && written.unused.length > 0 && <p className="rewrite-note rewrite-warning small" data-testid="rewrite-unused">{t('rewrite.unused', { words: figures(written.unused) })}</p>}
    </>
  )
}
