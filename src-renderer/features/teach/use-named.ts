import { useMemo } from 'react'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import { labelOf } from '../../app/i18n/label.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useOwnTopics } from '../../bridge/teach.ts'
import { likelyChoices, MOODS, otherChoices, type Choice, type Named } from './choices.ts'

/** The likely ones have the digits. */
const DIGITS = 9

const isMood = (code: string): code is (typeof MOODS)[number] => MOODS.some((mood) => mood === code)

/** What a message may be, by its verdict: the likely ones, which have the digits, and all others; named in the language of the screen and the other one. */
export function useNamed(verdict: Verdict | null | undefined): { likely: Named[]; others: Named[] } {
  const { t, language } = useWords()
  const topics = useOwnTopics()
  return useMemo(() => {
    if (!verdict) return { likely: [], others: [] }
    const wordFor = (choice: Choice, of: 'zh' | 'en'): string => (choice.layer === 'own' ? choice.code : (labelOf(of, choice.code) ?? choice.code))
    const named = (choice: Choice): Named => {
      const name = isMood(choice.code) && choice.layer === 'emotion' ? t(`teach.emotion.${choice.code}`) : wordFor(choice, language)
      return { ...choice, name: choice.wrong ? t('teach.not', { name }) : name, other: wordFor(choice, language === 'zh' ? 'en' : 'zh') }
    }
    const labels = topics?.report.topics.map(({ label }) => label).sort() ?? []
    return { likely: likelyChoices(verdict).slice(0, DIGITS).map(named), others: otherChoices(verdict, labels).map(named) }
  }, [verdict, topics, t, language])
}
