import type { InboxRow } from '../../../src-shared/contract/desk.ts'
import { showEvidence } from '../../app/do-evidence.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useThread } from '../../bridge/hooks.ts'
import { flagKind, risksIn } from '../context/flag-kind.ts'
import { RowChip } from '../inbox/Row.tsx'

/** Why the open conversation is raised, by the message that raised it, which may not be the last; null until its thread is there. */
function useReason(row: InboxRow): string | null {
  const { t, label } = useWords()
  const flag = useThread(row.id).view?.flag
  if (!flag) return null
  const codes = [...flag.marks, ...row.topics]
  const words = risksIn(codes).flatMap((code) => label(code) ?? [])
  if (words.length > 0) return words.join(t('list.comma'))
  return flagKind({ level: flag.level, codes, whys: flag.evidence.map(({ why }) => why) }) === 'angry' ? t('flag.angry') : t('flag.risk')
}

/** The chip in the conversation's header; of a raised one it says why and leads to the words. */
export function FlagButton({ row }: { row: InboxRow }) {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const reason = useReason(row)
  if (!row.flagged) return <RowChip row={row} />
  return (
    <button type="button" className="flag-button" data-testid="flag-words" title={[reason, t('evidence.go'), keys.evidence].filter(Boolean).join('  ')} onClick={() => void showEvidence(desk, row.id).catch(report)}>
      <RowChip row={row} reason={reason} />
    </button>
  )
}
