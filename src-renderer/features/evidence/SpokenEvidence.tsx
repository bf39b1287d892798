import { useWords } from '../../app/i18n/use-words.ts'
import type { Mark } from '../conversation/segments.ts'

/** For those who cannot see underlines: what stands out in the message, after it. Drawn by nobody and copied by nobody. */
export function SpokenEvidence({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const { t } = useWords()
  const points = [...text]
  const wordsOf = ({ start, end }: Mark): string => points.slice(start, end).join('')
  const said = marks.flatMap((mark) => (mark.kind === 'evidence' ? [t('evidence.spoken', { words: wordsOf(mark), reasons: mark.note })] : []))
  return said.length > 0 && <p className="hidden-text evidence-said">{t('evidence.said', { list: [...new Set(said)].join(t('evidence.stop')) })}</p>
}
