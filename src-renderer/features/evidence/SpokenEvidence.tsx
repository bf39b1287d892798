import { useWords } from '../../app/i18n/use-words.ts'
import type { Mark } from '../conversation/segments.ts'

/** For those who cannot see underlines: what stands out in the message, after it. Drawn by nobody and copied by nobody. */
export function SpokenEvidence({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const { t } = useWords()
  const points = [...text]
  const said = marks.flatMap(({ kind, start, end, note }) => (kind === 'evidence' ? [t('evidence.spoken', { words: points.slice(start, end).join(''), reasons: note })] : []))
  return said.length > 0 && <p className="hidden-text evidence-said">{t('evidence.said', { list: [...new Set(said)].join(t('evidence.stop')) })}</p>
}
