import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import type { HoldScope } from '../../../../src-shared/domain/autonomy.ts'
import type { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { holdBack, setLevel, useLevels } from '../../../bridge/autonomy.ts'
import { v7 as newId } from 'uuid'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmLevel } from './ConfirmLevel.tsx'
import { LevelItem } from './LevelItem.tsx'
import { ProposalLine } from './ProposalLine.tsx'
import { Replay } from './Replay.tsx'
import { Sampled } from './Sampled.tsx'
import { useNames } from './use-names.ts'
import { useWayBack } from './use-way-back.ts'
import './levels.css'

/** How far autopilot may go in each topic and action, with its evidence, its switches and what is to be looked at. */
export function Levels() {
  const { t } = useWords()
  const desk = useDesk()
  const names = useNames()
  const { data, failed, again } = useLevels()
  const { done, setDone, back } = useWayBack()
  const [wish, setWish] = useState<{ row: LevelRow; to: AutonomyLevel } | null>(null)
  if (failed) return <p role="alert">{t('levels.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (data === undefined) return null
  const { policy } = data
  if (policy === null) return <p className="quiet">{t('levels.none')}</p>

  const hold = (scope: HoldScope, name: string, off: boolean) => {
    const change = (next: boolean) => void holdBack(desk, { scope, name, off: next }).catch(report)
    change(off)
    setDone({ words: t(off ? 'said.level-held' : 'said.level-let-go', { name: names(scope, name) }), undo: () => change(!off) })
  }
  const backTo = ({ scope, name }: LevelRow, level: AutonomyLevel) => {
    // The focus stays on the row that was changed.
    flushSync(() => setWish(null))
    document.querySelector<HTMLElement>(`[data-row='${scope}:${name}'] [data-level='${level}']`)?.focus()
  }
  const set = (row: LevelRow, level: AutonomyLevel, basedOn: number, reason: string | null = null) =>
    setLevel(desk, { id: newId(), scope: row.scope, name: row.name, level, basedOn, ...(reason === null ? {} : { override: { reason } }) })
  const onYes = ({ row, to }: { row: LevelRow; to: AutonomyLevel }, reason: string | null) => {
    backTo(row, to)
    const name = `${names(row.scope, row.name)} · ${t(`level.${to}`)}`
    set(row, to, policy.version, reason).then(({ status }) => {
      if (status === 'conflict') {
        setDone({ words: t('said.level-conflict'), undo: null })
        return again()
      }
      setDone({ words: t(status === 'put' ? 'said.level-put' : 'said.level-proposed', { name }), undo: status === 'put' ? () => void set(row, row.level, policy.version + 1).catch(report) : null })
    }, report)
  }
  return (
    <>
      {data.proposal && <ProposalLine proposal={data.proposal} />}
      {wish && <ConfirmLevel row={wish.row} to={wish.to} name={names(wish.row.scope, wish.row.name)} onYes={(reason) => onYes(wish, reason)} onNo={() => backTo(wish.row, wish.row.level)} />}
      <p className="levels-line small quiet">
        <span role="status" data-testid="level-done">{done?.words ?? ''}</span>
        {done?.undo ? <Button onClick={back} shortcut="Alt Z">{t('undo')} <kbd>Alt Z</kbd></Button> : done === null && t('levels.help')}
      </p>
      <ul className="levels" aria-label={t('levels.list')}>
        {data.rows.map((row) => <LevelItem key={`${row.scope}:${row.name}`} row={row} onWish={(of, to) => setWish({ row: of, to })} onHold={(of) => hold(of.scope, of.name, of.hold === null)} />)}
      </ul>
      <section className="channels">
        <h3>{t('levels.channels')}</h3>
        {data.channels.map(({ name, hold: held }) => (
          <p key={name}><span>{names('channel', name)}</span> <Button name={t(held ? 'levels.let-go.name' : 'levels.hold.name', { name: names('channel', name) })} aria-pressed={held !== null} onClick={() => hold('channel', name, held === null)}>{t(held ? 'levels.let-go' : 'levels.hold')}</Button></p>
        ))}
      </section>
      <Sampled />
      <Replay />
    </>
  )
}
