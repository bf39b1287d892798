import type { TFunction } from 'i18next'
import type { DraftTrace } from '../../../src-shared/domain/trace.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { barsOf, duration, firstWordsAt, type Bar } from './bars.ts'

/** What a tool looks into, in words; one of its own making is called as the model called it. */
export function toolName(t: TFunction, name: string): string {
  if (name === 'get_orders' || name === 'get_logistics' || name === 'search_knowledge') return t('trace.tool', { name: t(`trace.tool.${name}`) })
  return t('trace.tool', { name })
}

function nameOf(t: TFunction, { what }: Bar): string {
  if (what.kind === 'step') return t(`trace.step.${what.name}`)
  return what.kind === 'request' ? t('trace.request', { n: what.n }) : toolName(t, what.name)
}

/** The steps as bars over time. */
export function Timeline({ trace }: { trace: DraftTrace }) {
  const { t } = useWords()
  const first = firstWordsAt(trace)
  return (
    <section className="trace-timeline" aria-label={t('trace.timeline')}>
      <ol>
        {barsOf(trace).map((bar) => (
          <li key={bar.key} data-depth={bar.depth} data-kind={bar.what.kind}>
            <span className="one-line">{nameOf(t, bar)}</span>
            <span className="trace-lane" aria-hidden>
              <span className="trace-bar" style={{ insetInlineStart: `${bar.left}%`, width: `${bar.width}%` }} />
              {first !== null && <span className="trace-first" style={{ insetInlineStart: `${first}%` }} />}
            </span>
            <span className="tabular trace-ms">{duration(bar.ms)}</span>
          </li>
        ))}
      </ol>
      {trace.firstWordsMs !== null && <p className="small quiet trace-key"><span className="trace-key-line" aria-hidden /> {t('trace.first', { ms: duration(trace.firstWordsMs) })}</p>}
    </section>
  )
}
