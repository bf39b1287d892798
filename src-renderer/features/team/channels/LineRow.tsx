import { useState } from 'react'
import type { ConnectorSettings } from '../../../../src-shared/domain/channel-line.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { changeLine } from '../../../bridge/channels.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'

/** One connected channel: how it stands, in words, and what can be done. */
export function LineRow({ line: { state, waiting, stuck }, title, onOpen }: { line: ConnectorSettings; title: string; onOpen: () => void }) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const [removing, setRemoving] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const change = (work: Promise<unknown>) => { work.catch((error: unknown) => setSaid(sayOf(error, language) ?? t('said.failed'))) }
  const tone = !state.enabled ? 'off' : state.trouble === null ? 'well' : 'trouble'
  return (
    <li data-testid="line" data-tone={tone}>
      <div className="line-head">
        <strong>{state.name}</strong> <span className="quiet small">{title}</span>
        <span className="line-state" data-tone={tone}>{tone === 'off' ? t('channels.off') : tone === 'well' ? t('channels.well') : t('channels.trouble')}</span>
        <span className="line-do">
          <Button onClick={onOpen} data-testid="line-open">{t('channels.change')}</Button>
          <Button onClick={() => change(changeLine(desk, 'channels.enable', { id: state.id, enabled: !state.enabled }))}>{t(state.enabled ? 'channels.disable' : 'channels.enable')}</Button>
          <Button onClick={() => setRemoving(true)} aria-expanded={removing}>{t('channels.remove')}</Button>
        </span>
      </div>
      {state.enabled && state.trouble !== null && <p className="small line-trouble">{local(state.trouble)}</p>}
      {waiting > 0 && <p className="small quiet">{t('channels.waiting', { count: waiting })}</p>}
      {stuck > 0 && <p className="small">{t('channels.stuck', { count: stuck })}</p>}
      {removing && (
        <div className="line-remove" role="group" aria-label={t('channels.remove')}>
          <p className="small">{t('channels.remove.means', { name: state.name })}</p>
          <Button kind="primary" data-testid="line-remove" onClick={() => change(changeLine(desk, 'channels.remove', { id: state.id }))}>{t('channels.remove.do')}</Button>
          <Button autoFocus onClick={() => setRemoving(false)}>{t('channels.remove.keep')}</Button>
        </div>
      )}
      {said !== null && <p role="alert" className="small">{said}</p>}
    </li>
  )
}
