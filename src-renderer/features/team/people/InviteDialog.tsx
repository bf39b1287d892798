import { useState, type FormEvent } from 'react'
import type { Role } from '../../../../src-shared/domain/roles.ts'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { useReach } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, FIRST } from '../../../ui/Dialog.tsx'
import { Line } from '../../settings/fields.tsx'
import { ReachToggle } from './ReachToggle.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { useDeed } from './use-deed.ts'

/** Inviting a second seat: a name, a role, and a text to hand over. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [made, setMade] = useState<CallResult<'people.invite'> | null>(null)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void act(async () => setMade(await desk.client.call('people.invite', { name: name.trim(), role, teams: [] })))
  }
  return (
    <Dialog look="invite" title={t('people.invite')} closeName={t('close')} onClose={onClose}>
      {made === null ? (
        <form className="invite" onSubmit={onSubmit} data-testid="invite">
          <Line label={t('people.name')} htmlFor="invite-name" help={t('people.invite.name.help')}>
            <input id="invite-name" className="field" maxLength={80} required value={name} aria-describedby="invite-name-help" {...FIRST} onChange={(event) => setName(event.target.value)} />
          </Line>
          <RoleChoice value={role} onChange={setRole} />
          <ReachToggle />
          {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
          <p className="people-keys"><Button kind="primary" type="submit" busy={busy} disabled={name.trim() === ''}>{t('people.invite.make')}</Button></p>
        </form>
      ) : <Invitation made={made} onClose={onClose} />}
    </Dialog>
  )
}

/** What the other person needs, ready to copy; the code is shown this once. */
function Invitation({ made: { code, invitation }, onClose }: { made: CallResult<'people.invite'>; onClose: () => void }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  // Opened in the dialog itself it may have got its addresses since.
  const address = useReach(true).data?.addresses[0]
  const text = t('people.invite.text', { name: invitation.name, address: address ?? t('people.invite.address.unknown'), code })
  return (
    <div className="invite" data-testid="invitation">
      <p>{t('people.invite.made', { name: invitation.name })}</p>
      {address === undefined && <p className="people-problem">{t('people.invite.closed')}</p>}
      <pre className="invite-text copyable" tabIndex={0} data-code={code} data-address={address}>{text}</pre>
      <p className="people-keys">
        <Button kind="primary" ref={(button) => button?.focus()} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t('people.invite.copy')}</Button>
        <Button onClick={onClose}>{t('close')}</Button>
        <span role="status" className="small quiet">{copied && t('people.invite.copied')}</span>
      </p>
    </div>
  )
}
