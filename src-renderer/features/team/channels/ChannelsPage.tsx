import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { SetUpForm } from '../../../../src-shared/domain/set-up.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { useLines } from '../../../bridge/channels.ts'
import { Button } from '../../../ui/Button.tsx'
import { DeadLetters } from './DeadLetters.tsx'
import { LineForm } from './LineForm.tsx'
import { LineRow } from './LineRow.tsx'
import { PublicAddress } from './PublicAddress.tsx'
import './channels.css'

/** The channels that are connected, what has not gone through, and what else can be connected. */
export function ChannelsPage() {
  const { t, local, language } = useWords()
  const { data, error, again } = useLines()
  const [open, setOpen] = useState<{ id: string; form: SetUpForm } | null>(null)
  if (error !== null) return <p role="alert">{sayOf(error, language) ?? t('said.failed')} <Button onClick={again}>{t('channels.reload')}</Button></p>
  if (data === undefined) return null
  if (open !== null) return <LineForm key={open.id} id={open.id} form={open.form} known={data.connectors.find(({ state }) => state.id === open.id) ?? null} onClose={() => setOpen(null)} />
  return (
    <>
      <section aria-labelledby="channels-connected">
        <h3 id="channels-connected">{t('channels.connected')}</h3>
        {data.connectors.length === 0 && <p className="quiet" data-testid="channels-none">{t('channels.none')}</p>}
        <ul className="lines">
          {data.connectors.map((line) => {
            const form = data.kinds.find(({ kind }) => kind === line.kind)
            return <LineRow key={line.state.id} line={line} title={form ? local(form.title) : line.kind} onOpen={() => { if (form) setOpen({ id: line.state.id, form }) }} />
          })}
        </ul>
      </section>
      <DeadLetters />
      <section aria-labelledby="channels-add">
        <h3 id="channels-add">{t('channels.add')}</h3>
        <div className="kind-cards">
          {data.kinds.map((form) => (
            <button key={form.kind} type="button" className="kind-card" data-testid={`kind-${form.kind}`} onClick={() => setOpen({ id: newId(), form })}>
              <strong>{local(form.title)}</strong>
              <span className="quiet small">{local(form.about)}</span>
            </button>
          ))}
        </div>
      </section>
      <PublicAddress known={data.publicUrl} openUrl={data.openUrl} />
    </>
  )
}
