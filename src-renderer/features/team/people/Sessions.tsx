import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useDeed } from './use-deed.ts'

/** Desks at which somebody is signed in, each with its way out. */
export function Sessions({ sessions }: { sessions: CallResult<'people.list'>['sessions'] }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  if (sessions.length === 0) return <p className="small quiet">{t('people.sessions.none')}</p>
  return (
    <>
      <ul className="sessions">
        {sessions.map(({ id, label, seenAt, own }) => (
          <li key={id}>
            <span>{label || t('people.session.unnamed')}{own && ` · ${t('people.session.own')}`}</span>
            <span className="small quiet tabular">{t('people.session.seen', { time: dateTime(seenAt, language) })}</span>
            {!own && <Button busy={busy} onClick={() => void act(() => desk.client.call('people.endSession', { sessionId: id }))}>{t('people.session.end')}</Button>}
          </li>
        ))}
      </ul>
      {problem !== null && <p role="alert" className="people-problem">{problem}</p>}
    </>
  )
}
