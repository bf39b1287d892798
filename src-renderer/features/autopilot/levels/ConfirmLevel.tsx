import { useEffect, useRef } from 'react'
import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import type { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'
import { acts } from '../../../../src-shared/domain/policy-ceilings.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { money } from '../../../ui/format.ts'

interface Props { row: LevelRow; to: AutonomyLevel; name: string; onYes: () => void; onNo: () => void }

/** Says in words what a level changes before it is set. */
export function ConfirmLevel({ row, to, name, onYes, onNo }: Props) {
  const { t, language } = useWords()
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => yes.current?.focus(), [])
  const pays = row.worst.kind !== 'nothing' && acts(to)
  return (
    <section
      className="confirm-level" role="alertdialog" aria-labelledby="confirm-level-head" aria-describedby="confirm-level-what" data-testid="confirm-level"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onNo()
      }}
    >
      <h3 id="confirm-level-head">{t('levels.confirm', { name, from: t(`level.${row.level}`), to: t(`level.${to}`) })}</h3>
      <p id="confirm-level-what">
        {t(`level.${to}.what`)}{' '}
        {acts(to) && (row.worst.kind === 'money' ? t('levels.worst.money', { money: money(row.worst.money, language) }) : t(`levels.worst.${row.worst.kind}`))}
      </p>
      {(to === 'act' || (pays && !acts(row.level))) && <p className="small">{t('levels.confirm.two')}</p>}
      <p className="confirm-level-keys"><Button kind="primary" ref={yes} onClick={onYes}>{t('levels.confirm.yes')}</Button> <Button onClick={onNo} shortcut="Esc">{t('levels.confirm.no')}</Button></p>
    </section>
  )
}
