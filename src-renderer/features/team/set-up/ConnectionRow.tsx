import { useRef, useState, type ReactNode } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { Button } from '../../../ui/Button.tsx'

interface Props {
  id: string
  name: string
  kind: string
  state: 'well' | 'off' | 'trouble'
  /** How it stands, in a word or two. */
  stateWords: string
  /** What removing it means. */
  removeMeans: string
  /** null: whoever looks may not change it. */
  onOpen: (() => void) | null
  onEnable: (enabled: boolean) => Promise<unknown>
  onRemove: () => Promise<unknown>
  /** More about how it stands, a line each. */
  children?: ReactNode
}

/** One connected channel or shop: how it stands, in words, and what can be done. */
export function ConnectionRow({ id, name, kind, state, stateWords, removeMeans, onOpen, onEnable, onRemove, children }: Props) {
  const { t, language } = useWords()
  const [removing, setRemoving] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const remove = useRef<HTMLButtonElement>(null)
  const change = (work: Promise<unknown>) => { work.then(() => setSaid(null), (error: unknown) => setSaid(sayOf(error, language) ?? t('said.failed'))) }
  const keep = () => { setRemoving(false); remove.current?.focus() }
  return (
    <li data-testid="connection" data-tone={state}>
      <div className="connection-head">
        <strong>{name}</strong>{kind !== name && <span className="quiet small">{kind}</span>}
        <span className="connection-state" data-tone={state}>{stateWords}</span>
        {onOpen && (
          <span className="connection-do">
            <Button onClick={onOpen} data-opens={id} data-testid="connection-open">{t('setup.change')}</Button>
            <Button onClick={() => change(onEnable(state === 'off'))}>{t(state === 'off' ? 'setup.enable' : 'setup.disable')}</Button>
            <Button ref={remove} onClick={() => setRemoving(!removing)} aria-expanded={removing} data-testid="connection-remove">{t('setup.remove')}</Button>
          </span>
        )}
      </div>
      {children}
      {removing && (
        <div className="connection-remove" role="group" aria-label={t('setup.remove')}>
          <p className="small">{removeMeans}</p>
          <Button kind="primary" data-testid="connection-remove-do" onClick={() => change(onRemove())}>{t('setup.remove.do')}</Button>
          <Button autoFocus onClick={keep}>{t('setup.remove.keep')}</Button>
        </div>
      )}
      {said !== null && <p role="alert" className="small">{said}</p>}
    </li>
  )
}
