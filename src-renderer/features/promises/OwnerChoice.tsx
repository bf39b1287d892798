import { useEffect, useState } from 'react'
import type { ThreadPromise } from '../../../src-shared/contract/promises.ts'
import type { Owner } from '../../../src-shared/domain/follow-up.ts'
import { givePromise } from '../../app/do-promises.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { readOwners } from '../../bridge/promises.ts'

/** Who sees to a promise: this seat or a colleague that the desk has heard of. Without any there is nothing to choose. */
export function OwnerChoice({ promise, what }: { promise: ThreadPromise; what: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const [known, setKnown] = useState<readonly Owner[]>([])
  useEffect(() => {
    let current = true
    readOwners(desk, promise.conversationId).then((owners) => current && setKnown(owners), report)
    return () => { current = false }
  }, [desk, promise.conversationId])
  const [me] = known
  const owners = known.some(({ id }) => id === promise.owner.id) ? known : [...known, promise.owner]
  if (owners.length < 2) return null
  return (
    <select
      className="field promise-owner small" aria-label={t('promises.owner', { what })} value={promise.owner.id} data-testid="promise-owner"
      onChange={(event) => {
        const owner = owners.find(({ id }) => id === event.target.value)
        if (owner) givePromise(desk, promise, owner)
      }}
    >
      {owners.map(({ id, name }) => <option key={id} value={id}>{id === me?.id ? `${name} (${t('promises.owner.me')})` : name}</option>)}
    </select>
  )
}
