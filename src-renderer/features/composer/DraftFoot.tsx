import type { MouseEvent } from 'react'
import { ListTree, RefreshCw, Sparkles, TriangleAlert } from 'lucide-react'
import type { Citation, Draft } from '../../../src-shared/domain/draft.ts'
import { report } from '../../app/do.ts'
import { patchScreen } from '../../app/screen.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime } from '../../ui/format.ts'
import type { Words } from './ghost.ts'
import { localBy, problemWords, whyLocal } from './problem.ts'

interface Props {
  id: string
  draft: Draft | null
  words: Words
  ghost: string
  /** Has the field the focus? Before, only the key that leads there is told. */
  writing: boolean
  /** Puts the draft in place of what is in the field. */
  onUse: () => void
}

/** The field keeps the focus: without it other keys are told here, and the button would move away under the pointer. */
const stay = (event: MouseEvent): void => event.preventDefault()

/** Under the field: who drafted, from which sources, what to check, and the keys that take it. */
export function DraftFoot({ id, draft, words, ghost, writing, onUse }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const keys = useKeys()
  const lead = !writing && <span className="quiet draft-keys"><kbd>{keys.write}</kbd> {t('composer.placeholder')}</span>
  if (!draft) return <div className="draft-foot small">{lead}</div>
  const again = () => void desk.client.call('draft.again', { conversationId: id }).catch(report)
  const hidden = ghost === '' && draft.text !== '' && draft.state !== 'streaming' && words.text !== draft.text
  return (
    <div className="draft-foot small">
      <span className="draft-by quiet" data-testid="draft-by" data-state={draft.state} title={draft.promptVersion}>
        <DraftState draft={draft} />
      </span>
      {draft.citations.map((c) => <Source key={c.n} citation={c} />)}
      {lead}
      {writing && ghost !== '' && <span className="quiet draft-keys"><kbd>{keys.take}</kbd> {t('take.all')} <kbd>{keys.sentence}</kbd> {t('take.sentence')}</span>}
      {hidden && <button type="button" className="text-button" onClick={onUse}>{t('draft.use')}</button>}
      <Button kind="bare" icon={<ListTree size={13} aria-hidden />} name={t('help.trace')} shortcut={keys.trace} data-testid="trace" onMouseDown={stay} onClick={() => patchScreen({ dialog: 'trace', asked: null })} />
      {draft.state !== 'streaming' && <Button kind="bare" icon={<RefreshCw size={13} aria-hidden />} name={t('draft.again')} onMouseDown={stay} onClick={again} />}
    </div>
  )
}

/** Why there is none, by the drafter's code. */
const NONE: Partial<Record<string, 'draft.none.language' | 'draft.none.spam' | 'draft.none.no-source' | 'draft.none.nothing-new'>> = {
  language: 'draft.none.language', spam: 'draft.none.spam', 'no-source': 'draft.none.no-source', 'nothing-new': 'draft.none.nothing-new',
}

function DraftState({ draft }: { draft: Draft }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const until = draft.problemUntil === undefined ? '' : ` ${t('draft.why.until', { time: dateTime(draft.problemUntil, language, zone) })}`
  const by = draft.by === 'local' ? t(localBy(draft.language)) : draft.by
  if (draft.state === 'none') return <>{t(NONE[draft.problem ?? ''] ?? 'draft.none')}</>
  if (draft.state === 'failed') return <><TriangleAlert size={13} aria-hidden /> {t('draft.failed')}</>
  if (draft.state === 'streaming') return <><Sparkles size={13} aria-hidden /> {t('draft.streaming', { by })}</>
  return <><Sparkles size={13} aria-hidden /> {draft.problem ? <span title={t(problemWords(draft.problem))}>{t(whyLocal(draft.problem))}{until}</span> : t('draft.ready', { by })}</>
}

function Source({ citation }: { citation: Citation }) {
  const { t } = useWords()
  const text = t(`source.${citation.kind}`, { title: citation.title })
  return <span className="source" tabIndex={0} role="note" aria-label={text} title={text}>[{citation.n}]</span>
}
