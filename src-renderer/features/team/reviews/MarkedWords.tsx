import type { Finding } from '../../../../src-shared/domain/draft.ts'

/** Words with what the check found in them; what overlaps is marked once. Spans are code points. */
export function MarkedWords({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const letters = [...text]
  const pieces: { text: string; finding: Finding | null }[] = []
  let at = 0
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    if (finding.start < at || finding.end > letters.length) continue
    pieces.push({ text: letters.slice(at, finding.start).join(''), finding: null }, { text: letters.slice(finding.start, finding.end).join(''), finding })
    at = finding.end
  }
  pieces.push({ text: letters.slice(at).join(''), finding: null })
  return <p className="review-words">{pieces.map((piece, n) => (piece.finding ? <mark key={n} data-severity={piece.finding.severity} title={piece.finding.expected}>{piece.text}</mark> : <span key={n}>{piece.text}</span>))}</p>
}
