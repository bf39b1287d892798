import { useState } from 'react'
import { ACTION_GROUPS, ACTION_NAMES, ACTIONS, COMPOSER_KEYS } from '../../app/action-list.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { openSettings, patchScreen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, FIRST } from '../../ui/Dialog.tsx'
import './help.css'

/** All keys, as they are now, by where they work; and what is worth knowing in the first minute. */
export function HelpDialog() {
  const { t } = useWords()
  const keys = useKeys()
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const groups = ACTION_GROUPS.map((group) => {
    const actions = ACTION_NAMES.filter((action) => ACTIONS[action].group === group).map((action) => ({ key: keys[action], text: t(ACTIONS[action].word) }))
    const fixed = group === 'writing' ? COMPOSER_KEYS.map(({ key, word }) => ({ key: keys[key], text: t(word) })) : []
    return { group, lines: [...actions, ...fixed].filter(({ key, text }) => key !== '' && `${text} ${key}`.toLowerCase().includes(wanted)) }
  }).filter(({ lines }) => lines.length > 0)
  return (
    <Dialog look="help" title={t('help.title')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <div className="help-head">
        <input {...FIRST} type="search" className="field" value={find} placeholder={t('help.find')} aria-label={t('help.find')} onChange={(event) => setFind(event.target.value)} />
        <Button onClick={() => openSettings('shortcuts')}>{t('help.remap')}</Button>
      </div>
      {groups.length === 0 && <p className="quiet" role="status">{t('help.none')}</p>}
      <div className="help">
        {groups.map(({ group, lines }) => (
          <section key={group}>
            <h3>{t(`help.group.${group}`)}</h3>
            <dl>{lines.map(({ key, text }) => <div key={text}><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div>)}</dl>
            {group === 'conversations' && <p className="small quiet">{t('help.always')}</p>}
          </section>
        ))}
      </div>
      {wanted === '' && <TenThings />}
    </Dialog>
  )
}

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** What a new colleague would be told in the first minute. */
function TenThings() {
  const { t } = useWords()
  const keys = useKeys()
  const named = { next: keys.next, take: keys.take, sentence: keys.sentence, resolve: keys.resolve, undo: keys.undo, search: keys.search, stop: keys['undo-autopilot'], pause: keys['pause-autopilot'], presence: keys.presence }
  return (
    <section className="ten">
      <h3>{t('help.ten')}</h3>
      <ol>{TEN.map((n) => <li key={n}>{t(`help.ten.${n}`, named)}</li>)}</ol>
    </section>
  )
}
