import { useEffect, useRef, useState } from 'react'
import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import type { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'
import { acts } from '../../../../src-shared/domain/policy-ceilings.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { money } from '../../../ui/format.ts'
import { isEarned } from './is-earned.ts'
import { NextStep } from './NextStep.tsx'

interface Props { row: LevelRow; to: AutonomyLevel; name: string; /** `reason` null: it is earned. */ onYes: (reason: string | null) => void; onNo: () => void }

const REASON_LEAST = 5

/** Says in words what a level changes before it is set. */
export function ConfirmLevel({ row, to, name, onYes, onNo }: Props) {
  const { t, language } = useWords()
  const yes = useRef<HTMLButtonElement>(null)
  const why = useRef<HTMLInputElement>(null)
  const earned = isEarned(row, to)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lacks = !earned && reason.trim().length < REASON_LEAST
  useEffect(() => (why.current ?? yes.current)?.focus(), [])
  const sure = (): void => {
    if (!lacks) return onYes(earned ? null : reason.trim())
    setTried(true)
    why.current?.focus()
  }
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
      {!earned && (
        <>
          <p className="small">{t('levels.unearned')}</p>
          <NextStep step={row.step} asked={row.asked} />
          <label className="small">{t('levels.unearned.why')}
            <input
              ref={why} className="field" maxLength={300} value={reason} required aria-invalid={tried && lacks} data-testid="level-reason" onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); sure() } }}
            />
          </label>
          {tried && lacks && <p className="small" role="alert">{t('levels.unearned.short', { count: REASON_LEAST })}</p>}
        </>
      )}
      {earned && (to === 'act' || (pays && !acts(row.level))) && <p className="small">{t('levels.confirm.two')}</p>}
      <p className="confirm-level-keys"><Button kind="primary" ref={yes} aria-disabled={lacks} onClick={sure}>{t(earned ? 'levels.confirm.yes' : 'levels.unearned.ask')}</Button> <Button onClick={onNo} shortcut="Esc">{t('levels.confirm.no')}</Button></p>
    </section>
  )
}
