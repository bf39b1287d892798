import { useDeferredValue, useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PolicyChoices } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { keys } from '../../../bridge/cache.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { report } from '../../../app/do.ts'
import { rules } from './state.ts'
import { TryFields } from './TryFields.tsx'
import { TriedOutcome } from './TriedOutcome.tsx'
import { useRules } from './use-rules.ts'

/** A made-up case: what a customer writes, about which order, and what these rules, saved or not, would do. */
export function TryIt({ choices }: { choices: PolicyChoices }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const tried = useRules((s) => s.tried)
  const draft = useRules((s) => s.draft)
  const asked = useDeferredValue(tried)
  const [messages, setMessages] = useState<readonly { id: string; text: string }[]>([])
  useEffect(() => {
    desk.client.call('policy.messages', {}).then((found) => setMessages(found.messages), report)
  }, [desk])
  const set = (change: Partial<typeof tried>) => rules.set((now) => ({ ...now, tried: { ...now.tried, ...change } }))
  const { data, error } = useQuery({
    queryKey: [...keys.autopilot, 'try', draft, asked], queryFn: () => desk.client.call('policy.try', { draft: draft ?? {}, tried: asked }), enabled: draft !== null && asked.message.trim() !== '', placeholderData: keepPreviousData, gcTime: 0,
  })
  const isEmpty = tried.message.trim() === ''
  return (
    <section className="rule-panel" aria-label={t('rules.try')} data-testid="rule-try">
      <div className="rule-field">
        <label htmlFor="try-message">{t('rules.try.message')}</label>
        <textarea id="try-message" className="field" rows={2} data-rule-first="" data-testid="try-message" value={tried.message} onChange={(event) => set({ message: event.target.value })} />
        {messages.length > 0 && (
          <select className="field" aria-label={t('rules.try.recent')} value={messages.find(({ text }) => text === tried.message)?.id ?? ''} onChange={(event) => set({ message: messages.find(({ id }) => id === event.target.value)?.text ?? '' })}>
            <option value="">{t('rules.try.recent')}</option>
            {messages.map(({ id, text }) => <option key={id} value={id}>{text.slice(0, 80)}</option>)}
          </select>
        )}
      </div>
      <TryFields choices={choices} tried={tried} set={set} />
      <div className="rule-outcome" role="status" data-testid="try-outcome">
        {isEmpty && <p className="quiet">{t('rules.try.empty')}</p>}
        {!isEmpty && error && <p>{sayOf(error, language) ?? t('said.failed')}</p>}
        {!isEmpty && !error && data && <TriedOutcome answer={data} />}
      </div>
    </section>
  )
}
