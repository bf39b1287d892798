import type { Association } from '../../../src-shared/domain/association.ts'
import type { ScreenWords } from '../../app/i18n/use-words.ts'

/** Why two articles belong together, in a few words; '' where this language has none for it. */
export function whyRelated(reasons: readonly Association[], words: ScreenWords): string {
  return reasons.map((reason) => saying(reason, words)).filter((said) => said !== '').join(words.language === 'zh' ? '；' : '; ')
}

function saying(reason: Association, { t, label, language, local }: ScreenWords): string {
  const list = (words: readonly string[]): string => words.join(language === 'zh' ? '、' : ', ')
  switch (reason.kind) {
    case 'link': return t('related.link')
    case 'cited': return t('related.cited', { count: reason.times })
    case 'product': return t('related.product', { names: list(reason.names.map(local)) })
    case 'topic': return t('related.topic', { topics: list(reason.topics.map((topic) => label(`topic.${topic}`) ?? topic)) })
    case 'words': return reason.words[language].length > 0 ? t('related.words', { words: list(reason.words[language].map((word) => (language === 'zh' ? `“${word}”` : word))) }) : ''
  }
}
