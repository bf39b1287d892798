import type { Resolution } from '../../../src-shared/domain/disposition.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { dateTime } from '../../ui/format.ts'

/** Who resolved the conversation, and how it ended. */
export function EndLine({ end }: { end: Resolution }) {
  const { t, language } = useWords()
  const { name } = end.by
  const words = end.disposition === null ? t('end.line.unknown', { name }) : t('end.line', { name, end: t(`disposition.${end.disposition}`) })
  return <p className="system-line quiet small" title={dateTime(end.at, language)} data-testid="end-line">{words}</p>
}
