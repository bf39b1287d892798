import { LOCAL_ACCOUNT_ID } from '../../../../src-shared/domain/account.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { usePeople } from '../../../bridge/team.ts'
import { useSettings } from '../../../bridge/hooks.ts'

/** Who may sign in, and as what. */
export function People() {
  const { t } = useWords()
  const people = usePeople()
  const own = useSettings()?.agentName ?? ''
  if (people === undefined) return null
  return (
    <ul className="people">
      {people.map((account) => (
        <li key={account.id}>
          <strong>{account.id === LOCAL_ACCOUNT_ID ? own || t('team.you') : account.name}</strong>
          <span className="chip">{t(`team.role.${account.role}`)}</span>
          <span>{t('team.capacity', { count: account.capacity })}</span>
        </li>
      ))}
    </ul>
  )
}
