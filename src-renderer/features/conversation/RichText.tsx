import { useMemo } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { EntitySpan } from '../evidence/EntitySpan.tsx'
import { EvidenceSpan } from '../evidence/EvidenceSpan.tsx'
import { linksIn, segments, type Mark, type Segment } from './segments.ts'

/** A message's text as text, never as HTML, with marks. A link is a button: it opens only after a confirm. */
export function RichText({ text, marks, conversationId = '' }: { text: string; marks: readonly Mark[]; /** Whose orders its numbers are. */ conversationId?: string }) {
  const pieces = useMemo(() => segments(text, [...marks, ...linksIn(text)]), [text, marks])
  return <p className="bubble-text" dir="auto">{pieces.map((piece, at) => <Piece key={at} piece={piece} conversationId={conversationId} />)}</p>
}

function Piece({ piece, conversationId }: { piece: Segment; conversationId: string }) {
  const { t } = useWords()
  const of = (kind: Mark['kind']) => piece.marks.find((m) => m.kind === kind)
  const link = of('link')
  const evidence = piece.marks.filter((m) => m.kind === 'evidence')
  const entity = of('entity')?.entity
  let content = <>{piece.text}</>
  if (of('hit')) content = <mark>{content}</mark>
  if (of('mention')) content = <span className="mention">{content}</span>
  if (entity) content = <EntitySpan conversationId={conversationId} entity={entity} evidence={evidence}>{content}</EntitySpan>
  else if (evidence.length > 0) content = <EvidenceSpan text={piece.text} marks={evidence}>{content}</EvidenceSpan>
  if (link) content = <button type="button" className="text-link" title={t('link.title', { url: link.note })} onClick={() => window.deskmate?.openLink(link.note)}>{content}</button>
  return content
}
