import { useState, type FormEvent } from 'react'
import type { Account } from '../../../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../../../src-shared/domain/roles.ts'
import type { CallParams, CallResult } from '../../../../src-shared/contract/calls.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Line } from '../../settings/fields.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { Sessions } from './Sessions.tsx'
import { useDeed } from './use-deed.ts'

type Change = CallParams<'people.put'>['change']

const wordsOf = (text: string): string[] => [...new Set(text.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== ''))]

interface Props { account: Account; sessions: CallResult<'people.list'>['sessions']; onDone: () => void }

/** A person as an admin changes them. The account of the gateway's own computer stays an admin. */
export function PersonForm({ account, sessions, onDone }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [form, setForm] = useState({ name: account.name, role: account.role, teams: account.teams.join('、'), skills: account.skills.join('、'), languages: account.languages.join('、'), capacity: String(account.capacity) })
  const [asked, setAsked] = useState(false)
  const isLocal = account.id === LOCAL_ACCOUNT_ID
  const put = (change: Change) => act(() => desk.client.call('people.put', { accountId: account.id, change }))
  const capacity = /^\d{1,2}$|^100$/.test(form.capacity) ? Number(form.capacity) : null
  const isReady = capacity !== null && form.name.trim() !== ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    void put({ name: form.name, ...(isLocal ? {} : { role: form.role }), teams: wordsOf(form.teams), skills: wordsOf(form.skills), languages: wordsOf(form.languages), capacity }).then((done) => { if (done) onDone() })
  }
  const text = (name: 'name' | 'teams' | 'skills' | 'languages' | 'capacity', help?: string) => (
    <Line label={t(`people.${name}`)} htmlFor={`person-${name}`} {...(help === undefined ? {} : { help })}>
      <input id={`person-${name}`} className="field" maxLength={400} inputMode={name === 'capacity' ? 'numeric' : undefined} value={form[name]} onChange={(event) => setForm({ ...form, [name]: event.target.value })} />
    </Line>
  )
  return (
    <form className="person-form" onSubmit={onSubmit} aria-label={t('people.change.of', { name: account.name })} data-testid="person-form">
      <div className="person-fields">
        {text('name')}
        {text('capacity', t('people.capacity.help'))}
        {text('teams', t('people.list.help'))}
        {text('skills', t('people.skills.help'))}
        {text('languages', t('people.languages.help'))}
      </div>
      {isLocal ? <p className="small quiet">{t('people.local.help')}</p> : <RoleChoice value={form.role} onChange={(role) => setForm({ ...form, role })} />}
      {!isLocal && <section className="setting"><h3>{t('people.sessions')}</h3><Sessions sessions={sessions} /></section>}
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
      {asked && <p role="alert">{t('people.disable.sure', { name: account.name })} <Button busy={busy} data-testid="disable-yes" onClick={() => void put({ disabled: true }).then((done) => { if (done) onDone() })}>{t('people.disable.yes')}</Button></p>}
      <p className="people-keys">
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady}>{t('save')}</Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
        {!isLocal && !account.disabled && !asked && <Button onClick={() => setAsked(true)}>{t('people.disable')}</Button>}
        {account.disabled && <Button busy={busy} onClick={() => void put({ disabled: false }).then((done) => { if (done) onDone() })}>{t('people.enable')}</Button>}
      </p>
    </form>
  )
}
