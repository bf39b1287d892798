import { Languages } from 'lucide-react'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useDeskState, useRow } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { isForeign } from './foreign.ts'
import { shown, toggleMessage, toggleTranslation } from './shown.ts'
import { useIsTranslated } from './Translated.tsx'

/** Reads a whole conversation in the language of the screen; only where the customer writes in another. */
export function TranslateConversation({ id }: { id: string }) {
  const { t, language } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const hasModel = (useDeskState()?.model.name ?? null) !== null
  const theirs = useRow(id)?.language ?? language
  const on = useStore(shown, ({ conversations }) => conversations.has(id))
  if (!on && theirs === language) return null
  return (
    <Button
      kind="bare" icon={<Languages size={16} aria-hidden />} name={t(on ? 'translate.off' : 'translate.on')} hint={hasModel ? undefined : t('rewrite.nothing.no-model')} shortcut={keys.translate}
      aria-pressed={on} data-testid="translate" onClick={() => toggleTranslation(desk, id)}
    />
  )
}

/** The same for one message. */
export function TranslateMessage({ message }: { message: ThreadMessage }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const on = useIsTranslated(message)
  if (!isForeign(message, language)) return null
  return <Button kind="bare" tabIndex={-1} icon={<Languages size={13} aria-hidden />} name={t(on ? 'translate.hide' : 'translate.this')} data-testid="translate-this" onClick={() => toggleMessage(desk, message.id, !on)} />
}
