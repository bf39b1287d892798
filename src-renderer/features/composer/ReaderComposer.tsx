import { Eye } from 'lucide-react'
import { FOCUS } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useRow } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { BesideLine } from '../team/routing/BesideLine.tsx'
import './composer.css'

/** Where a reader would write: the field can be reached, so that no key loses its way, takes nothing, and says why. */
export function ReaderComposer({ id, view }: { id: string; view: ThreadView }) {
  const { t } = useWords()
  const name = useRow(id)?.displayName ?? view.conversation.displayName
  return (
    <section className="composer" aria-label={t('composer.to', { name, shop: '' })}>
      <BesideLine id={id} />
      <p id="composer-reader" className="reader-note small" data-testid="composer-reader"><Eye size={14} aria-hidden />{t('composer.reader')}</p>
      <div className="field-scroll" data-disabled="">
        <textarea className="field-input" data-testid="composer" data-focus={FOCUS.composer} aria-label={t('composer.to', { name, shop: '' })} aria-describedby="composer-reader" readOnly aria-disabled value="" rows={2} />
      </div>
    </section>
  )
}
