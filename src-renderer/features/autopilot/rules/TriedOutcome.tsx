import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Chip, type Tone } from '../../../ui/Chip.tsx'
import { spokenRule } from '../../../app/rule-words.ts'

const TONES: Record<CallResult<'policy.try'>['decision']['decision'], Tone> = { auto: 'autopilot', ask: 'accent', draft: 'plain', review: 'warning', escalate: 'danger' }

/** What would be decided, how the message was read, which rules spoke, and what would have to change. */
export function TriedOutcome({ answer: { decision, verdict, needs } }: { answer: CallResult<'policy.try'> }) {
  const words = useWords()
  const { t, label } = words
  const topics = verdict.topics.map((one) => t('rules.try.topic', { topic: label(one.label) ?? one.label, percent: Math.round(one.confidence * 100) }))
  const mood = ([0, 1, 2, 3] as const).find((level) => level === verdict.emotion.level) ?? 0
  return (
    <>
      <p className="rule-decision"><Chip tone={TONES[decision.decision]}>{t(`rules.decision.${decision.decision}`)}</Chip></p>
      <p className="small quiet">{t('rules.try.read', { topics: topics.length === 0 ? t('rules.try.no-topic') : topics.join(', '), mood: t(`mood.level.${mood}`) })}</p>
      {decision.decision === 'auto' ? <p>{t('rules.try.auto')}</p> : (
        <>
          <h3>{t('rules.try.needs')}</h3>
          <ul className="rule-findings">{decision.rules.map((rule) => <li key={rule}><span>{spokenRule(words, rule, needs)}</span> <code className="quiet small">{rule}</code></li>)}</ul>
        </>
      )}
    </>
  )
}
