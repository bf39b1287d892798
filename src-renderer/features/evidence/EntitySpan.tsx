import type { KeyboardEvent } from 'react'
import { copyWords, openOrder } from '../../app/do-evidence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { Mark } from '../conversation/segments.ts'
import { ENTITY_ACTS, type ActedEntity } from './marks.ts'
import { STOP } from './stops.ts'

interface Props {
  conversationId: string
  entity: ActedEntity
  /** What the number speaks for besides; may be empty. */
  evidence: readonly Mark[]
  children: React.ReactNode
}

/** A number in the customer's words that something can be done with: an order opens, a tracking number is copied. */
export function EntitySpan({ conversationId, entity, evidence, children }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const act = ENTITY_ACTS[entity.type]
  const run = () => {
    if (act === 'open') openOrder(desk, conversationId, entity.value)
    else copyWords(entity.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  const kind = t(`entity.${entity.type}`)
  const what = t(act === 'open' ? 'entity.open' : 'entity.copy')
  return (
    <span
      className="entity" role="button" tabIndex={-1} {...STOP} data-kind="entity" data-type={entity.type} data-testid="entity"
      data-reasons={[t('entity.note', { kind, what }), ...evidence.map(({ note }) => note)].join('\n')} aria-label={t('entity.spoken', { words: entity.text, kind, what })}
      // A drag that marks words is no click.
      onClick={() => getSelection()?.isCollapsed !== false && run()} onKeyDown={onKeyDown}
    >
      {children}
    </span>
  )
}
