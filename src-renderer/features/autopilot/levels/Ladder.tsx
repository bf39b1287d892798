import { useState, type KeyboardEvent } from 'react'
import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { isEarned } from './is-earned.ts'

interface Props {
  row: LevelRow
  name: string
  /** The person chose another level. */
  onWish: (level: AutonomyLevel) => void
}

/** The five levels side by side: the arrows look at one, Enter or a click asks for it. What is not earned asks for a reason and another one's word. */
export function Ladder({ row, name, onWish }: Props) {
  const { t } = useWords()
  const { options } = AutonomyLevel
  /** The level that the arrows stand on, while the focus is here. */
  const [at, setAt] = useState<AutonomyLevel | null>(null)
  const looked = at ?? row.level
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = options[options.indexOf(looked) + by]
    if (by === 0 || !next || event.nativeEvent.isComposing) return
    event.preventDefault()
    setAt(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-level='${next}']`)?.focus()
  }
  return (
    <div role="group" aria-label={t('levels.ladder', { name })} className="ladder" onKeyDown={onKeyDown} onBlur={() => setAt(null)}>
      {options.map((level) => (
        <button
          key={level} type="button" data-level={level} className="rung" aria-pressed={level === row.level} data-unearned={isEarned(row, level) ? undefined : ''} tabIndex={level === looked ? 0 : -1}
          data-held={row.hold !== null && level === row.level ? '' : undefined} title={t(`level.${level}.what`)} onFocus={() => setAt(level)} onClick={() => { if (level !== row.level) onWish(level) }}
        >
          {t(`level.${level}`)}
        </button>
      ))}
    </div>
  )
}
