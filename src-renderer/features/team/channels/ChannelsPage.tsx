import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { ConnectorSettings } from '../../../../src-shared/domain/channel-line.ts'
import type { SetUpForm } from '../../../../src-shared/domain/set-up.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { changeLine, useLines, useWebChat } from '../../../bridge/channels.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { useMay } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { ConnectionForm } from '../set-up/ConnectionForm.tsx'
import { ConnectionRow } from '../set-up/ConnectionRow.tsx'
import { KindCards } from '../set-up/KindCards.tsx'
import { DeadLetters } from './DeadLetters.tsx'
import { PublicAddress } from './PublicAddress.tsx'
import { WebChatForm } from './web-chat/WebChatForm.tsx'
import { WebChatRow } from './web-chat/WebChatRow.tsx'
import '../set-up/set-up.css'

/** The channels that are connected, what has not gone through, and what else can be connected; an admin's. */
export function ChannelsPage() {
  const { t } = useWords()
  return useMay('administer') ? <Channels /> : <p className="quiet" data-testid="channels-admins">{t('channels.admins')}</p>
}

function Channels() {
  const { t, local, language } = useWords()
  const { data, error, again } = useLines()
  const [open, setOpen] = useState<{ id: string; form: SetUpForm; from: string } | null>(null)
  const webChat = useWebChat()
  const [isWebChat, setWebChat] = useState(false)
  useFocusBack(isWebChat ? 'web-chat' : open?.from ?? null, 'channels-connected')
  if (error !== null) return <p role="alert">{sayOf(error, language) ?? t('said.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (data === undefined) return null
  if (open !== null) return <LineForm key={open.id} id={open.id} form={open.form} line={data.connectors.find(({ state }) => state.id === open.id) ?? null} onClose={() => setOpen(null)} />
  if (isWebChat && webChat.data !== undefined) return <WebChatForm known={webChat.data} onClose={() => setWebChat(false)} />
  return (
    <div className="connections">
      <section aria-labelledby="channels-connected">
        <h3 id="channels-connected" tabIndex={-1}>{t('channels.connected')}</h3>
        {data.connectors.length === 0 && <p className="quiet" data-testid="channels-none">{t('channels.none')}</p>}
        <ul className="connection-list">
          <WebChatRow onOpen={() => setWebChat(true)} />
          {data.connectors.map((line) => {
            const form = data.kinds.find(({ kind }) => kind === line.kind)
            return <LineRow key={line.state.id} line={line} kind={form ? local(form.title) : line.kind} onOpen={form ? () => setOpen({ id: line.state.id, form, from: line.state.id }) : null} />
          })}
        </ul>
      </section>
      <DeadLetters />
      <section aria-labelledby="channels-add">
        <h3 id="channels-add">{t('channels.add')}</h3>
        <KindCards kinds={data.kinds} onChoose={(form) => setOpen({ id: newId(), form, from: form.kind })} />
      </section>
      <PublicAddress known={data.publicUrl} openUrl={data.openUrl} />
    </div>
  )
}

function LineForm({ id, form, line, onClose }: { id: string; form: SetUpForm; line: ConnectorSettings | null; onClose: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <ConnectionForm
      form={form} known={line && { name: line.state.name, values: line.values, secretsSet: line.secretsSet }}
      hook={line !== null && line.hookUrl !== null ? { address: line.hookUrl, help: t('channels.hook.help') } : null}
      onTest={async (values) => (await desk.client.call('channels.test', { id, kind: form.kind, values })).trouble}
      onSave={(name, values) => changeLine(desk, 'channels.save', { id, kind: form.kind, name, values, enabled: line?.state.enabled ?? true })}
      onClose={onClose}
    />
  )
}

function LineRow({ line: { state, waiting, stuck }, kind, onOpen }: { line: ConnectorSettings; kind: string; onOpen: (() => void) | null }) {
  const { t, local } = useWords()
  const desk = useDesk()
  const tone = !state.enabled ? 'off' : state.trouble === null ? 'well' : 'trouble'
  return (
    <ConnectionRow
      id={state.id} name={state.name} kind={kind} state={tone} stateWords={t(`channels.${tone}`)} removeMeans={t('channels.remove.means', { name: state.name })} onOpen={onOpen}
      onEnable={(enabled) => changeLine(desk, 'channels.enable', { id: state.id, enabled })} onRemove={() => changeLine(desk, 'channels.remove', { id: state.id })}
    >
      {state.enabled && state.trouble !== null && <p className="small connection-trouble">{local(state.trouble)}</p>}
      {waiting > 0 && <p className="small quiet">{t('channels.waiting', { count: waiting })}</p>}
      {stuck > 0 && <p className="small">{t('channels.stuck', { count: stuck })}</p>}
    </ConnectionRow>
  )
}
