import type { InboxRow } from '../../../src-shared/contract/desk.ts'
import { showEvidence } from '../../app/do-evidence.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { RowChip } from '../inbox/Row.tsx'

/** The chip in the conversation's header; of a raised one it says why and leads to the words. */
export function FlagButton({ row }: { row: InboxRow }) {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  if (!row.flagged) return <RowChip row={row} />
  return (
    <button type="button" className="flag-button" data-testid="flag-words" title={`${t('evidence.go')}  ${keys.evidence}`} onClick={() => void showEvidence(desk, row.id).catch(report)}>
      <RowChip row={row} reason />
    </button>
  )
}
