import { useRef, useState, type KeyboardEvent } from 'react'
import { ACTION_NAMES, ACTIONS } from '../../app/action-list.ts'
import { keyNames, nameOfCombo, record, withKey, withoutChoice, type Recorded } from '../../app/bindings.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Action } from '../../app/keymap.ts'
import { Button } from '../../ui/Button.tsx'
import type { SectionProps } from './use-change.ts'

/** Every action with its keys. A new key is pressed, not typed; one that is taken is named before anything changes. */
export function Shortcuts({ settings, change }: SectionProps) {
  const { t } = useWords()
  const [find, setFind] = useState('')
  const [recording, setRecording] = useState<Action | null>(null)
  const names = keyNames(settings.shortcuts)
  const wanted = find.trim().toLowerCase()
  const shown = ACTION_NAMES.filter((action) => `${t(ACTIONS[action].word)} ${names[action]}`.toLowerCase().includes(wanted))
  const own = Object.keys(settings.shortcuts).length > 0
  return (
    <>
      <p className="small quiet">{t('settings.shortcuts.help')}</p>
      <div className="shortcuts-head">
        <input className="field" type="search" value={find} placeholder={t('settings.shortcuts.find')} aria-label={t('settings.shortcuts.find')} onChange={(event) => setFind(event.target.value)} />
        <Button disabled={!own} onClick={() => change({ shortcuts: {} }, t('settings.shortcuts.reset.all'))}>{t('settings.shortcuts.reset.all')}</Button>
      </div>
      {shown.length === 0 && <p className="small quiet">{t('settings.shortcuts.nothing')}</p>}
      <ul className="shortcuts">
        {shown.map((action) => (
          <Shortcut
            key={action} action={action} settings={settings} change={change} keyName={names[action]}
            recording={recording === action} onRecord={(on) => setRecording(on ? action : null)}
          />
        ))}
      </ul>
    </>
  )
}

interface ShortcutProps extends SectionProps {
  action: Action
  keyName: string
  recording: boolean
  onRecord: (on: boolean) => void
}

function Shortcut({ action, settings: { shortcuts }, change, keyName, recording, onRecord }: ShortcutProps) {
  const { t } = useWords()
  const [answer, setAnswer] = useState<Recorded>({ state: 'waiting' })
  const button = useRef<HTMLButtonElement>(null)
  const name = t(ACTIONS[action].word)
  const end = () => {
    setAnswer({ state: 'waiting' })
    onRecord(false)
    button.current?.focus()
  }
  const take = (combo: string) => {
    change({ shortcuts: withKey(shortcuts, action, combo) }, name)
    end()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return
    const pressed = record(event.nativeEvent, action, shortcuts)
    event.preventDefault()
    event.stopPropagation()
    if (pressed.state === 'cancelled') end()
    else if (pressed.state === 'free') take(pressed.combo)
    else setAnswer(pressed)
  }
  return (
    <li className="shortcut" data-testid="shortcut" data-action={action}>
      <span className="shortcut-name">{name}</span>
      <Button
        ref={button} className="shortcut-key" aria-pressed={recording} hint={t('settings.shortcuts.change', { name })}
        data-testid="shortcut-key" onKeyDown={onKeyDown} onClick={() => { setAnswer({ state: 'waiting' }); onRecord(!recording) }}
      >
        <span className="hidden-text">{name}</span>
        {recording ? t('settings.shortcuts.press') : keyName ? <kbd>{keyName}</kbd> : <span className="quiet">{t('settings.shortcuts.none')}</span>}
      </Button>
      <Button kind="bare" hint={t('settings.shortcuts.reset.one', { name })} disabled={!(action in shortcuts)} onClick={() => change({ shortcuts: withoutChoice(shortcuts, action) }, name)}>{t('settings.shortcuts.reset')}<span className="hidden-text">{name}</span></Button>
      {recording && <Answer answer={answer} onTake={take} />}
    </li>
  )
}

/** What is wrong with the key that was pressed, and the way on. */
function Answer({ answer, onTake }: { answer: Recorded; onTake: (combo: string) => void }) {
  const { t } = useWords()
  return (
    <p className="shortcut-answer small" role="status">
      {answer.state === 'reserved' && t('settings.shortcuts.reserved', { key: nameOfCombo(answer.combo) })}
      {answer.state === 'taken' && (
        <>
          {t('settings.shortcuts.taken', { key: nameOfCombo(answer.combo), name: t(ACTIONS[answer.by].word) })}
          {' '}<Button data-testid="shortcut-take" onClick={() => onTake(answer.combo)}>{t('settings.shortcuts.take')}</Button>
        </>
      )}
    </p>
  )
}
