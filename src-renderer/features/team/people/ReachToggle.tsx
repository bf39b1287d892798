import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { useReach } from '../../../bridge/people.ts'
import { Toggle } from '../../settings/fields.tsx'
import { useDeed } from './use-deed.ts'

/** Desks on other computers reach the gateway only where an admin let them; says what that means. */
export function ReachToggle() {
  const { t } = useWords()
  const desk = useDesk()
  const { data } = useReach(true)
  const { busy, problem, act } = useDeed()
  if (data === undefined) return null
  return (
    <section className="reach" data-testid="reach">
      <Toggle label={t('people.reach')} on={data.open} disabled={busy} help={t('people.reach.help')} onChange={(open) => void act(() => desk.client.call('people.reach', { open }))} />
      {data.open && (data.addresses.length > 0
        ? <p className="small">{t('people.reach.at')} {data.addresses.map((address) => <code key={address} className="copyable">{address}</code>)}</p>
        : <p className="small people-problem">{t('people.reach.none')}</p>)}
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </section>
  )
}
