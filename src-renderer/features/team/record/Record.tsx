import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { AuditEntry } from '../../../../src-shared/domain/audit.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { keys } from '../../../bridge/cache.ts'
import type { Desk } from '../../../bridge/desk.ts'
import { useDesk, useRows } from '../../../bridge/hooks.ts'
import { useMay } from '../../../bridge/people.ts'
import { usePeople } from '../../../bridge/team.ts'
import { useTickets } from '../../../bridge/tickets.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { Line } from '../../settings/fields.tsx'
import { useDeed } from '../people/use-deed.ts'
import { DEEDS, isDeed } from './deeds.ts'
import { codeWords, type KnownNames, refWords } from './ref-words.ts'
import { saveRecord } from './save-record.ts'
import '../people/people.css'

const PAGE = 100

function useRecord(accountId: string | null, what: string | null, may: boolean) {
  const desk = useDesk()
  return useInfiniteQuery({
    queryKey: [...keys.team, 'record', accountId, what], staleTime: 0, retry: false, enabled: may, initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) => (await desk.client.call('people.record', { before: pageParam, limit: PAGE, accountId, what })).entries,
    getNextPageParam: (page: AuditEntry[]) => (page.length < PAGE ? undefined : page.at(-1)?.n),
  })
}

/** Who did what, newest first; whether the record is whole; the record as a file. */
export function Record() {
  const { t } = useWords()
  const may = useMay('administer')
  const people = usePeople()
  const [accountId, setAccountId] = useState<string | null>(null)
  const [what, setWhat] = useState<string | null>(null)
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetching } = useRecord(accountId, what, may)
  if (!may) return <p className="quiet">{t('record.admins')}</p>
  const entries = data?.pages.flat() ?? []
  return (
    <>
      <div className="record-head">
        <Line label={t('record.who')} htmlFor="record-who">
          <select id="record-who" className="field" value={accountId ?? ''} onChange={(event) => setAccountId(event.target.value || null)}>
            <option value="">{t('record.everybody')}</option>
            {people?.map(({ id, name }) => <option key={id} value={id}>{name || t('people.local')}</option>)}
          </select>
        </Line>
        <Line label={t('record.what')} htmlFor="record-what">
          <select id="record-what" className="field" value={what ?? ''} onChange={(event) => setWhat(event.target.value || null)}>
            <option value="">{t('record.everything')}</option>
            {DEEDS.map((deed) => <option key={deed} value={deed}>{t(`record.did.${deed}`)}</option>)}
          </select>
        </Line>
        <Check />
      </div>
      {isError && <p role="alert" className="people-problem">{t('people.offline')} <Button onClick={() => void refetch()}>{t('again')}</Button></p>}
      {!isError && !isFetching && entries.length === 0 && <p className="quiet">{t('record.none')}</p>}
      {entries.length > 0 && <Lines entries={entries} />}
      {hasNextPage && <p><Button disabled={isFetching} onClick={() => void fetchNextPage()}>{t('record.older')}</Button></p>}
    </>
  )
}

function useKnownNames(): KnownNames {
  const { t } = useWords()
  const rows = useRows()
  const people = usePeople()
  const tickets = useTickets()?.tickets
  return {
    customer: (id) => rows?.get(id)?.displayName ?? null,
    person: (id) => {
      const account = people?.find((one) => one.id === id)
      return account ? account.name || t('people.local') : null
    },
    ticket: (id) => tickets?.find((one) => one.id === id)?.no ?? null,
  }
}

/** Every field as the record holds it, for who looks closer. */
const rawRef = ({ ref }: AuditEntry): string => Object.entries(ref).map(([name, value]) => `${name} ${String(value)}`).join('\n')

/** Done by autopilot at this person's seat, not by them. */
const isAutomatic = ({ ref }: AuditEntry): boolean => ref['author.kind'] === 'autopilot' || ref['by.kind'] === 'autopilot'

function Lines({ entries }: { entries: readonly AuditEntry[] }) {
  const words = useWords()
  const { t, language } = words
  const names = useKnownNames()
  return (
    <table className="record" data-testid="record">
      <thead><tr>{(['when', 'who', 'what', 'outcome', 'ref'] as const).map((head) => <th key={head} scope="col">{t(`record.${head}`)}</th>)}</tr></thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.n} data-what={entry.what} data-outcome={entry.outcome}>
            <td className="tabular">{dateTime(entry.at, language)}</td>
            <td>{isAutomatic(entry) && `${t('record.autopilot')} · `}{entry.name || t(entry.accountId === null ? 'record.nobody' : 'people.local')}</td>
            <td>{isDeed(entry.what) ? t(`record.did.${entry.what}`) : entry.what}</td>
            <td>{codeWords(words, entry.outcome)}</td>
            <td title={rawRef(entry)}><bdi>{refWords(entry, words, names)}</bdi></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Goes through the whole record at the gateway, and saves it. */
function Check() {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [state, setState] = useState<CallResult<'people.verify'> | null>(null)
  return (
    <>
      <Button busy={busy} data-testid="record-check" onClick={() => void act(async () => setState(await desk.client.call('people.verify', {})))}>{t('record.check')}</Button>
      <Button busy={busy} onClick={() => void act(async () => saveRecord(await everyLine(desk)))}>{t('record.save')}</Button>
      <p role="status" className="small" data-testid="record-state">{problem ?? (state && (state.brokenAt === null ? t('record.whole', { count: state.lines }) : t('record.broken', { n: state.brokenAt })))}</p>
    </>
  )
}

/** The whole record, oldest first. */
async function everyLine(desk: Desk): Promise<AuditEntry[]> {
  const all: AuditEntry[] = []
  for (let before: number | null = null; ;) {
    const { entries }: CallResult<'people.record'> = await desk.client.call('people.record', { before, limit: 500, accountId: null, what: null })
    all.push(...entries)
    const last = entries.at(-1)
    if (last === undefined || entries.length < 500) return all.reverse()
    before = last.n
  }
}
