import { useState, type FormEvent } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk, useDeskState, useSettings } from '../../../bridge/hooks.ts'
import { useMe, usePlace, useSessions } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { SecretField } from '../people/SecretField.tsx'
import { Sessions } from '../people/Sessions.tsx'
import { useDeed } from '../people/use-deed.ts'
import { JoinForm } from './JoinForm.tsx'
import '../people/people.css'

/** As whom this desk works, and with which gateway. */
export function Me() {
  const { t, language } = useWords()
  const me = useMe()
  const own = useSettings()?.agentName ?? ''
  const refused = useDeskState()?.refused ?? null
  const place = usePlace().data
  if (me === undefined || place === undefined) return null
  const { joined, fixed } = place
  return (
    <>
      {refused !== null && <p role="alert" className="people-problem">{refused.say[language]}</p>}
      <p>
        {t('me.is', { name: me.name || own, role: t(`team.role.${me.role}`) })}{language === 'zh' ? '' : ' '}
        {joined ? t('me.joined', { address: joined.address }) : t(fixed ? 'me.fixed' : 'me.here')}
      </p>
      {joined && refused === null && <Password />}
      {joined && refused === null && <Own />}
      {joined && <SignOut />}
      {!fixed && (joined === null || refused !== null) && <JoinForm address={joined?.address ?? ''} name={joined?.name ?? ''} />}
    </>
  )
}

function Own() {
  const { t } = useWords()
  const me = useMe()
  const sessions = useSessions().data?.sessions.filter(({ accountId }) => accountId === me?.accountId)
  return sessions === undefined ? null : <section className="me-form"><h3>{t('people.sessions')}</h3><Sessions sessions={sessions} /></section>
}

function SignOut() {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  return (
    <section className="me-form">
      <p className="people-keys"><Button busy={busy} data-testid="sign-out" onClick={() => void act(() => desk.client.call('people.signOut', {}))}>{t('me.sign-out')}</Button> <span className="small quiet">{t('me.sign-out.help')}</span></p>
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </section>
  )
}

function Password() {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setDone(false)
    void act(() => desk.client.call('people.password', { old, password })).then((changed) => {
      setDone(changed)
      if (!changed) return
      setOld('')
      setPassword('')
    })
  }
  return (
    <form className="me-form" onSubmit={onSubmit} aria-label={t('me.password')}>
      <h3>{t('me.password')}</h3>
      <SecretField id="me-old" label={t('me.password.old')} value={old} autoComplete="current-password" onChange={setOld} />
      <SecretField id="me-new" label={t('me.password.new')} help={t('people.password.help')} value={password} autoComplete="new-password" onChange={setPassword} />
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
      <p className="people-keys"><Button type="submit" busy={busy} disabled={old === '' || password === ''}>{t('me.password.change')}</Button> <span role="status" className="small quiet">{done && t('me.password.changed')}</span></p>
    </form>
  )
}
