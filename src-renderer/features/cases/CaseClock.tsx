import type { CaseRow } from '../../../src-shared/contract/cases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { useNow } from '../../ui/now.ts'
import { dueTone, spanText } from './time-left.ts'

/** Time left until the platform goes on without us, by its own word. */
export function CaseClock({ due }: { due: CaseRow['due'] }) {
  const { t, language } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const tone = useNow((now) => dueTone(due?.at ?? null, now + offset))
  const text = useNow((now) => (due === null ? '' : t(due.at > now + offset ? 'case.left' : 'case.late', { time: spanText(due.at - now - offset, language) })))
  if (due === null) return null
  return <span className="row-clock tabular" data-tone={tone} data-testid="case-clock" title={t(`case.then.${due.then}`)}>{text}</span>
}
