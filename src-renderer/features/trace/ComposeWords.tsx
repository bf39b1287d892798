import type { TFunction } from 'i18next'
import type { StepOf, TraceRound, TraceTool } from '../../../src-shared/domain/trace.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { count, dateTime } from '../../ui/format.ts'
import { problemWords } from '../composer/problem.ts'
import { duration } from './bars.ts'
import { Facts } from './Facts.tsx'
import { Marked, SentText } from './SentText.tsx'
import { toolName } from './Timeline.tsx'

type Compose = StepOf<'compose'>

function reason(t: TFunction, { why, problem, until }: Compose, time: string): string {
  if (why === 'rests' && until !== null) return t('trace.why.rests.until', { time })
  return t(`trace.why.${why}`, { problem: why === 'fault' ? t(problemWords(problem)) : '' })
}

/** Who wrote it and why, and each request with its answer. */
export function ComposeWords({ step }: { step: Compose }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const by = step.by === 'local' ? t('trace.by.local') : step.by
  return (
    <>
      <Facts
        facts={[
          [t('trace.by'), `${by} · ${reason(t, step, step.until === null ? '' : dateTime(step.until, language, zone))}`],
          [t('trace.heeded'), (step.heeded ?? []).map((one) => t(`trace.heeded.${one}`)).join(t('list.comma'))],
          [t('trace.reads'), step.masking === null ? '' : t(`trace.reads.${step.masking}`)],
        ]}
      />
      {step.rounds.map((round, n) => <Round key={round.at} round={round} n={n + 1} marks={step.marks} />)}
    </>
  )
}

function Round({ round, n, marks }: { round: TraceRound; n: number; marks: Compose['marks'] }) {
  const { t, language } = useWords()
  const tokens = t(round.estimated ? 'trace.tokens.estimated' : 'trace.tokens', { input: count(round.input, language), output: count(round.output, language) })
  const said = [tokens, duration(round.ms), ...(round.firstTokenMs === null ? [] : [t('trace.first-token', { ms: duration(round.firstTokenMs) })])]
  return (
    <div className="trace-round" data-problem={round.problem ?? undefined}>
      <h4>{t('trace.request', { n })} <span className="quiet small">{said.join(' · ')}</span></h4>
      {round.problem !== null && <p className="trace-bad">{t(problemWords(round.problem))}</p>}
      {round.answer !== '' && <Facts facts={[[t('trace.answered'), <bdi key="a" className="trace-answer"><Marked text={round.answer} marks={marks} /></bdi>]]} />}
      {round.tools.map((tool) => <Tool key={`${tool.at} ${tool.name}`} tool={tool} marks={marks} />)}
      <SentText sent={round.sent} marks={marks} n={n} />
    </div>
  )
}

function Tool({ tool, marks }: { tool: TraceTool; marks: Compose['marks'] }) {
  const { t } = useWords()
  return (
    <div className="trace-tool">
      <p><b>{toolName(t, tool.name)}</b> <span className="quiet small">{duration(tool.ms)}</span></p>
      {tool.understood ? (
        <Facts facts={[[t('trace.asked'), tool.args === '' || tool.args === '{}' ? '' : <code key="a"><Marked text={tool.args} marks={marks} /></code>], [t('trace.got'), <code key="g" className="trace-got"><Marked text={tool.result} marks={marks} /></code>]]} />
      ) : <p className="trace-bad">{t('trace.misunderstood')}</p>}
    </div>
  )
}
