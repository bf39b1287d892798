import { useMemo } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { linksIn, segments, type Mark, type Segment } from './segments.ts'

/** A message's text as text, never as HTML, with marks. A link is a button: it opens only after a confirm. */
export function RichText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const pieces = useMemo(() => segments(text, [...marks, ...linksIn(text)]), [text, marks])
  return <p className="bubble-text" dir="auto">{pieces.map((piece, at) => <Piece key={at} piece={piece} />)}</p>
}

function Piece({ piece }: { piece: Segment }) {
  const { t } = useWords()
  const of = (kind: Mark['kind']) => piece.marks.find((m) => m.kind === kind)
  const link = of('link')
  const evidence = of('evidence')
  let content = <>{piece.text}</>
  if (of('hit')) content = <mark>{content}</mark>
  if (of('mention')) content = <span className="mention">{content}</span>
  if (evidence) content = <span className="evidence" title={evidence.note}>{content}</span>
  if (link) content = <button type="button" className="text-link" title={t('link.title', { url: link.note })} onClick={() => window.deskmate?.openLink(link.note)}>{content}</button>
  return content
}
