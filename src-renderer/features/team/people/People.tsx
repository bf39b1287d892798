import { useState } from 'react'
import { UserPlus } from 'lucide-react'
import type { Account } from '../../../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../../../src-shared/domain/roles.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk, useSettings } from '../../../bridge/hooks.ts'
import { useMay, useMe, useSessions } from '../../../bridge/people.ts'
import { usePeople } from '../../../bridge/team.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { dateTime, languageName } from '../../../ui/format.ts'
import { skillName } from '../routing/why-words.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { PersonForm } from './PersonForm.tsx'
import { ReachToggle } from './ReachToggle.tsx'
import { useDeed } from './use-deed.ts'
import './people.css'

/** Who may sign in, as what, and where they are signed in. */
export function People() {
  const { t, label, language } = useWords()
  const people = usePeople()
  const me = useMe()
  const may = useMay('administer')
  const own = useSettings()?.agentName ?? ''
  const sessions = useSessions()
  const [inviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<string | null>(null)
  if (people === undefined) return null
  const nameOf = (account: Account): string => account.name || (account.id === LOCAL_ACCOUNT_ID ? (me?.accountId === account.id ? own : '') || t('people.local') : '')
  return (
    <>
      <div className="people-head">
        <p>{t(people.length === 1 ? 'people.alone' : may ? 'people.help' : 'people.help.others')}</p>
        {may && <Button kind="primary" icon={<UserPlus size={16} aria-hidden />} data-testid="invite-open" onClick={() => setInviting(true)}>{t('people.invite')}</Button>}
      </div>
      {sessions.isError && <p role="alert" className="people-problem">{t('people.offline')} <Button onClick={() => void sessions.refetch()}>{t('again')}</Button></p>}
      <ul className="people" data-testid="people">
        {people.map((account) => (
          <li key={account.id} data-account={account.id} data-disabled={account.disabled ? '' : undefined}>
            <div className="person">
              <strong className="one-line" title={nameOf(account)}>{nameOf(account)}</strong>
              <span className="person-chips">
                <Chip tone={account.role === 'admin' ? 'accent' : 'plain'}>{t(`team.role.${account.role}`)}</Chip>
                {account.id === me?.accountId && <Chip tone="success">{t('team.you')}</Chip>}
                {account.disabled && <Chip tone="danger">{t('people.disabled')}</Chip>}
              </span>
              <span className="small quiet">{[...account.teams, ...account.skills.map((skill) => skillName({ t, label }, skill)), ...account.languages.map((code) => languageName(code, language))].join(' · ')}</span>
              <span className="small quiet tabular">{account.disabled ? '' : t('team.capacity', { count: account.capacity })}</span>
              {may && <Button aria-expanded={changing === account.id} onClick={() => setChanging(changing === account.id ? null : account.id)}>{t('people.change')}</Button>}
            </div>
            {may && changing === account.id && <PersonForm key={account.id} account={{ ...account, name: nameOf(account) }} sessions={sessions.data?.sessions.filter(({ accountId }) => accountId === account.id) ?? []} onDone={() => setChanging(null)} />}
          </li>
        ))}
      </ul>
      {may && <Waiting invitations={sessions.data?.invitations ?? []} />}
      {may && <ReachToggle />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  )
}

/** Invitations that nobody has used yet. */
function Waiting({ invitations }: { invitations: NonNullable<ReturnType<typeof useSessions>['data']>['invitations'] }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  if (invitations.length === 0) return null
  return (
    <section>
      <h3>{t('people.invited')}</h3>
      <ul className="sessions">
        {invitations.map(({ id, name, role, expiresAt }) => (
          <li key={id}>
            <span>{name} · {t(`team.role.${role}`)}</span>
            <span className="small quiet tabular">{t('people.invited.until', { time: dateTime(expiresAt, language) })}</span>
            <Button busy={busy} onClick={() => void act(() => desk.client.call('people.uninvite', { invitationId: id }))}>{t('people.invited.withdraw')}</Button>
          </li>
        ))}
      </ul>
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </section>
  )
}
