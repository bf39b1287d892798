import { useState, type FormEvent } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice, Line } from '../../settings/fields.tsx'
import { SecretField } from '../people/SecretField.tsx'
import { useDeed } from '../people/use-deed.ts'

type Way = 'code' | 'password'

/** Joins a team by an invitation, or signs in again by name and password. */
export function JoinForm({ address: known, name: knownName }: { address: string; name: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [way, setWay] = useState<Way>(known === '' ? 'code' : 'password')
  const [form, setForm] = useState({ address: known, code: '', name: knownName, password: '' })
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value })
  const isReady = form.address.trim() !== '' && form.name.trim() !== '' && form.password !== '' && (way === 'password' || form.code.trim() !== '')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const { address, code, name, password } = form
    void act(() => (way === 'code' ? desk.client.call('people.join', { address, code, name, password }) : desk.client.call('people.signIn', { address, name, password })))
      .then((done) => { if (done) setForm({ ...form, code: '', password: '' }) })
  }
  return (
    <form className="me-form" onSubmit={onSubmit} aria-label={t('me.join')} data-testid="join">
      <h3>{t('me.join')}</h3>
      <p className="small quiet">{t('me.join.help')}</p>
      <Choice legend={t('me.join.way')} value={way} options={[['code', t('me.join.way.code')], ['password', t('me.join.way.password')]]} onChange={setWay} />
      <Line label={t('me.join.address')} htmlFor="join-address" help={t('me.join.address.help')}>
        <input id="join-address" className="field" dir="ltr" inputMode="url" spellCheck={false} maxLength={300} placeholder="http://192.168.1.20:4710" value={form.address} aria-describedby="join-address-help" onChange={(event) => set('address')(event.target.value)} />
      </Line>
      {way === 'code' && (
        <Line label={t('me.join.code')} htmlFor="join-code">
          <input id="join-code" className="field" dir="ltr" autoComplete="off" spellCheck={false} maxLength={80} value={form.code} onChange={(event) => set('code')(event.target.value)} />
        </Line>
      )}
      <Line label={t('people.name')} htmlFor="join-name" {...(way === 'code' ? { help: t('me.join.name.help') } : {})}>
        <input id="join-name" className="field" autoComplete="username" maxLength={80} value={form.name} aria-describedby={way === 'code' ? 'join-name-help' : undefined} onChange={(event) => set('name')(event.target.value)} />
      </Line>
      <SecretField id="join-password" label={t('people.password')} {...(way === 'code' ? { help: t('people.password.help') } : {})} value={form.password} autoComplete={way === 'code' ? 'new-password' : 'current-password'} onChange={set('password')} />
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
      <p className="people-keys"><Button kind="primary" type="submit" busy={busy} disabled={!isReady}>{t(way === 'code' ? 'me.join.do' : 'me.sign-in')}</Button> <span role="status" className="small quiet">{busy && t('me.join.busy')}</span></p>
    </form>
  )
}
