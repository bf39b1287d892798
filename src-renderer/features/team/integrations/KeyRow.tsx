import type { ApiKey } from '../../../../src-shared/domain/integration.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { gatewayNow } from '../../../bridge/actions.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { date, dateTime } from '../../../ui/format.ts'
import { useDeed } from '../people/use-deed.ts'
import { AskFirst } from './AskFirst.tsx'

/** One key: how it begins, what it opens, when it was used. */
export function KeyRow({ info: { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt }, onGone }: { info: ApiKey; onGone: () => void }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { problem, act } = useDeed()
  const revoke = () => void act(() => desk.client.call('integrations.revokeKey', { id })).then((done) => {
    if (!done) return
    toast('said.key-revoked', { name })
    onGone()
  })
  const isOver = expiresAt !== null && expiresAt <= gatewayNow(desk)
  return (
    <li data-testid="key">
      <div className="link-line">
        <strong className="one-line" title={name}>{name}</strong>
        <code className="small quiet">{prefix}…</code>
        {isOver && <Chip tone="danger">{t('integrations.key.over')}</Chip>}
        <span className="small quiet tabular link-fact">{lastUsedAt === null ? t('integrations.key.unused') : t('integrations.key.used', { time: dateTime(lastUsedAt, language) })}</span>
        <AskFirst name={t('integrations.key.revoke')} means={t('integrations.key.revoke.means', { name })} yes={t('integrations.key.revoke')} no={t('integrations.keep')} testId="key-revoke" onYes={revoke} />
      </div>
      <p className="small quiet">{scopes.map((scope) => t(`integrations.scope.${scope}`)).join(' · ')}</p>
      <p className="small quiet tabular">{t('integrations.key.made', { time: date(createdAt, language) })} · {expiresAt === null ? t('integrations.key.end.never') : t('integrations.key.until', { time: date(expiresAt, language) })}</p>
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </li>
  )
}
