import { Fragment } from 'react'
import type { DeskLanguage, LocalText } from '../../../../src-shared/domain/text.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** What stands between two sentences: a shop's own may have no stop at its end, and Chinese has no space. */
function between(before: string, language: DeskLanguage): string {
  const stop = /[.!?。！？]$/u.test(before) ? '' : { zh: '。', en: '.' }[language]
  return language === 'en' ? `${stop} ` : stop
}

/** Sentences one after the other; those that `other` does not have are marked. */
export function Sentences({ say, other }: { say: readonly LocalText[]; other?: readonly LocalText[] | undefined }) {
  const { language } = useWords()
  const known = other && new Set(other.map((one) => one[language]))
  return say.map((one, n) => (
    <Fragment key={one.en}>
      {n > 0 && between(say[n - 1]?.[language] ?? '', language)}
      {known && !known.has(one[language]) ? <mark>{one[language]}</mark> : one[language]}
    </Fragment>
  ))
}
