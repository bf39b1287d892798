import { Fragment } from 'react'
import { gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import { useWords } from '../../app/i18n/use-words.ts'

/** A phrase's text with its unfilled variables called by name. */
export function GapText({ text }: { text: string }) {
  const { t } = useWords()
  const gaps = gapsIn(text)
  return (
    <>
      {gaps.map((gap, n) => (
        <Fragment key={gap.start}>
          {text.slice(gaps[n - 1]?.end ?? 0, gap.start)}
          <span className="gap">{t(`phrases.variable.${gap.name}`)}</span>
        </Fragment>
      ))}
      {text.slice(gaps.at(-1)?.end ?? 0)}
    </>
  )
}

/** Says which variables keep the reply from being sent; nothing when there are none. */
export function GapNote({ text }: { text: string }) {
  const { t } = useWords()
  const names = [...new Set(gapsIn(text).map(({ name }) => `{${name}} ${t(`phrases.variable.${name}`)}`))]
  if (names.length === 0) return null
  return <p className="gap-note small" role="status" data-testid="phrase-gaps">{t('phrases.gaps', { names: names.join(t('list.comma')) })}</p>
}
