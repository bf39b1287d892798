import { useId, useState } from 'react'
import { COLUMN_ROLES, ColumnRole, HISTORY_FORMATS, HistoryFormat, lacks, type HistoryMapping } from '../../../../src-shared/domain/history.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { importIt, leaveOut, say, type Step } from './importing.ts'

/** Rows of the file that are shown. */
const SHOWN = 5

const roleOf = ({ columns }: HistoryMapping, name: string): ColumnRole | undefined => COLUMN_ROLES.find((role) => columns[role] === name)

/** A column holds one thing, and a thing stands in one column. */
function withColumn({ columns, agents }: HistoryMapping, name: string, role: ColumnRole | undefined): HistoryMapping {
  const others = Object.entries(columns).filter(([one, column]) => column !== name && one !== role)
  return { agents, columns: Object.fromEntries(role === undefined ? others : [...others, [role, name]]) }
}

/** Shows a file's columns with the first rows, and what each is thought to hold, to be corrected before it is imported. */
export function MappingForm({ step }: { step: Extract<Step, { at: 'mapping' }> }) {
  const { t } = useWords()
  const desk = useDesk()
  const id = useId()
  const { file, shape, format, mapping } = step
  const [agents, setAgents] = useState(mapping.agents.join('，'))
  const missing = lacks(mapping)
  const name = (typed: string) => {
    setAgents(typed)
    say({ mapping: { ...mapping, agents: [...new Set(typed.split(/[,，、;；\n]/u).map((one) => one.trim()).filter(Boolean))].slice(0, 200) } })
  }
  return (
    <form className="chats-mapping" aria-label={t('chats.mapping', { name: file.name })} onSubmit={(event) => { event.preventDefault(); if (missing.length === 0) void importIt(desk).catch(report) }}>
      <h3>{t('chats.mapping', { name: file.name })}</h3>
      <p className="small quiet">{t(shape.remembered ? 'chats.mapping.remembered' : 'chats.mapping.guessed')}</p>
      <div className="chats-table" tabIndex={0} role="region" aria-label={t('chats.mapping', { name: file.name })}>
        <table className="small">
          <thead>
            <tr>{shape.names.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
            <tr>
              {shape.names.map((column) => (
                <td key={column}>
                  <select className="field" aria-label={t('chats.column', { name: column })} value={roleOf(mapping, column) ?? ''} data-used={roleOf(mapping, column) ? '' : undefined} onChange={({ target }) => say({ mapping: withColumn(mapping, column, ColumnRole.safeParse(target.value).data) })}>
                    <option value="">{t('chats.column.unused')}</option>
                    {COLUMN_ROLES.map((role) => <option key={role} value={role}>{t(`chats.column.${role}`)}</option>)}
                  </select>
                </td>
              ))}
            </tr>
          </thead>
          <tbody>{shape.sample.slice(0, SHOWN).map((cells, at) => <tr key={at}>{shape.names.map((column, i) => <td key={column}><span className="chats-cell">{cells[i] ?? ''}</span></td>)}</tr>)}</tbody>
        </table>
      </div>
      <div className="chats-fields">
        <label>{t('chats.tool')}<select className="field" value={format} onChange={({ target }) => say({ format: HistoryFormat.parse(target.value) })}>{HISTORY_FORMATS.map((one) => <option key={one} value={one}>{t(`chats.tool.${one}`)}</option>)}</select></label>
        <label>{t('chats.agents')}<input className="field" value={agents} aria-describedby={`${id}-agents`} onChange={({ target }) => name(target.value)} /><span id={`${id}-agents`} className="small quiet">{t('chats.agents.help')}</span></label>
      </div>
      <p className="chats-lacks" role="alert">{missing.map((one) => t(`chats.lacks.${one}`)).join(' ')}</p>
      <div className="chats-do">
        <Button kind="primary" type="submit" autoFocus={missing.length === 0} disabled={missing.length > 0}>{t('chats.import')}</Button>
        <Button onClick={() => void leaveOut(desk).catch(report)}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
