import { useWords } from '../../app/i18n/use-words.ts'
import type { Mark } from '../conversation/segments.ts'
import { gravest } from './kinds.ts'
import { STOP } from './stops.ts'

interface Props {
  text: string
  /** Not empty. */
  marks: readonly Mark[]
  children: React.ReactNode
}

/** Words that speak for something: underlined by what it is, with the reasons for who points, walks or listens. The text stays text. */
export function EvidenceSpan({ text, marks, children }: Props) {
  const { t } = useWords()
  const reasons = [...new Set(marks.map(({ note }) => note))]
  return (
    <span
      className="evidence" role="note" tabIndex={-1} {...STOP} data-kind={gravest(marks.flatMap(({ evidence }) => evidence ?? []))} data-reasons={reasons.join('\n')}
      aria-label={t('evidence.spoken', { words: text, reasons: reasons.join(t('list.comma')) })}
    >
      {children}
    </span>
  )
}
