import type { KeyboardEvent } from 'react'
import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import type { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime, money } from '../../../ui/format.ts'
import { EvidenceBar } from './EvidenceBar.tsx'
import { Ladder } from './Ladder.tsx'
import { NextStep } from './NextStep.tsx'
import { useNames } from './use-names.ts'

interface Props {
  row: LevelRow
  onWish: (row: LevelRow, level: AutonomyLevel) => void
  onHold: (row: LevelRow) => void
}

/** A topic or an action: its ladder, what was seen of it, what it could cost, its switch. X throws the switch. */
export function LevelItem({ row, onWish, onHold }: Props) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const name = useNames()(row.scope, row.name)
  const { hold, worst } = row
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || event.repeat) return
    const to = event.key === 'ArrowDown' ? event.currentTarget.nextElementSibling : event.key === 'ArrowUp' ? event.currentTarget.previousElementSibling : null
    if (to) to.querySelector<HTMLElement>('.rung[tabindex="0"]')?.focus()
    else if (event.key === 'x') onHold(row)
    else return
    event.preventDefault()
  }
  return (
    <li className="level" data-testid="level" data-row={`${row.scope}:${row.name}`} data-held={hold ? '' : undefined} onKeyDown={onKeyDown}>
      <div className="level-head">
        <h3>{name} {row.scope === 'action' && <span className="small quiet">{t('levels.action')}</span>}</h3>
        <span className="small quiet tabular">{worst.kind === 'money' ? t('levels.worst.money', { money: money(worst.money, language) }) : t(`levels.worst.${worst.kind}`)}</span>
        <Button name={t(hold ? 'levels.let-go.name' : 'levels.hold.name', { name })} shortcut="X" aria-pressed={hold !== null} onClick={() => onHold(row)}>{t(hold ? 'levels.let-go' : 'levels.hold')}</Button>
      </div>
      <Ladder row={row} name={name} onWish={(level) => onWish(row, level)} />
      {hold && <p className="small level-held" role="status">{t(hold.ceiling === 'off' ? 'levels.held.off' : 'levels.held.suggest', { time: dateTime(hold.at, language, zone), why: t(`hold.why.${hold.why}`) })}</p>}
      <div className="level-foot">
        <EvidenceBar evidence={row.evidence} asked={row.asked} />
        <NextStep step={row.step} asked={row.asked} />
      </div>
    </li>
  )
}
