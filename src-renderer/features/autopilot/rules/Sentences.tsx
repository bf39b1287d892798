import { Fragment } from 'react'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** Sentences one after the other; those that `other` does not have are marked. */
export function Sentences({ say, other }: { say: readonly LocalText[]; other?: readonly LocalText[] | undefined }) {
  const { language } = useWords()
  const known = other && new Set(other.map((one) => one[language]))
  return say.map((one, n) => (
    <Fragment key={one.en}>
      {/* Chinese has no space between sentences. */}
      {n > 0 && language === 'en' && ' '}
      {known && !known.has(one[language]) ? <mark>{one[language]}</mark> : one[language]}
    </Fragment>
  ))
}
