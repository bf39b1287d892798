import type { DraftTrace, StepOf, TraceStep } from '../../../src-shared/domain/trace.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { languageName } from '../../ui/format.ts'
import { findingWords } from '../composer/guard/finding-words.ts'
import { whyRelated } from '../palette/why-related.ts'
import { ComposeWords } from './ComposeWords.tsx'
import { Facts } from './Facts.tsx'
import { foundWords } from './found-words.ts'
import { allowedWords, rememberedWords } from './known-words.ts'

/** What was done in each step, in words. */
export function Steps({ trace }: { trace: DraftTrace }) {
  const { t } = useWords()
  return trace.steps.map((step) => (
    <section key={step.name} className="trace-step" data-testid={`trace-${step.name}`}>
      <h3>{t(`trace.step.${step.name}`)}</h3>
      <StepWords step={step} />
    </section>
  ))
}

function StepWords({ step }: { step: TraceStep }) {
  switch (step.name) {
    case 'understand': return <UnderstandWords step={step} />
    case 'gather': return <GatherWords step={step} />
    case 'compose': return <ComposeWords step={step} />
    case 'guard': return <GuardWords step={step} />
    case 'present': return step.text === '' ? null : <p className="trace-text copyable" dir="auto">{step.text}</p>
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

function UnderstandWords({ step }: { step: StepOf<'understand'> }) {
  const { t, label, language } = useWords()
  const own = step.topics.map((topic) => `${label(topic.label) ?? topic.label} ${percent(topic.confidence)}`)
  const open = step.openTopic === null ? null : t('trace.topic.open', { topic: label(step.openTopic) ?? step.openTopic })
  const topics = own.length > 0 ? own : [open ?? t('trace.topic.none')]
  const signs = [...step.marks, ...step.acts].map((code) => label(code) ?? code)
  return (
    <Facts
      facts={[
        [t('trace.question'), <bdi key="q" className="trace-question">{step.question}</bdi>],
        [t('trace.topics'), topics.join(t('list.comma'))],
        [t('trace.signs'), signs.join(t('list.comma'))],
        [t('trace.language'), languageName(step.language, language)],
      ]}
    />
  )
}

function GatherWords({ step }: { step: StepOf<'gather'> }) {
  const words = useWords()
  const { t, label, language, local } = words
  const { order, policy, goods = [] } = step
  const read = [t('trace.read.turns', { count: step.turns }), step.verified ? t('trace.read.orders', { count: step.orders }) : t('trace.read.unverified')]
  const why = t(`trace.order.${order.why}`)
  return (
    <Facts
      facts={[
        [t('trace.read'), read.join(t('list.comma'))],
        [t('trace.order'), order.no === null ? (step.verified ? why : '') : <><code>{order.no}</code> · {why} · {t(order.certain ? 'trace.order.sure' : 'trace.order.likely')}</>],
        [t('trace.passages'), step.passages.length === 0 ? t('trace.passages.none') : (
          <ol className="trace-passages">{step.passages.map((one, n) => <li key={`${one.id} ${n}`}>{one.title} <span className="quiet small">{t('trace.score', { score: one.score })}</span></li>)}</ol>
        )],
        [t('trace.neighbour'), step.neighbour ? <>{step.neighbour.title} <span className="quiet small">{t('trace.neighbour.of', { title: step.neighbour.of, why: whyRelated(step.neighbour.reasons, words) })}</span></> : ''],
        [t('trace.found'), foundWords(step.meaning, t)],
        [t('trace.found.sent'), step.meaning?.sent ? <bdi key="m" className="trace-question">{step.meaning.sent}</bdi> : ''],
        [t('trace.goods'), goods.map(local).join(t('list.comma'))],
        [t('trace.remembered'), rememberedWords(step.remembered, { t, label, language })],
        [t('trace.allowed'), allowedWords(step.allowed, { t, language })],
        [t('trace.policy'), policy ? t('trace.policy.level', { topic: label(policy.topic) ?? policy.topic, level: t(`autonomy.${policy.level as 'off'}`) }) : t('trace.policy.none')],
      ]}
    />
  )
}

function GuardWords({ step }: { step: StepOf<'guard'> }) {
  const { t } = useWords()
  if (step.findings.length === 0) return <p className="trace-good">{t('trace.guard.none')}</p>
  return (
    <ul className="trace-findings">
      {step.findings.map((finding) => <li key={`${finding.kind} ${finding.start}`} data-severity={finding.severity}>{findingWords(t, finding)}</li>)}
    </ul>
  )
}
