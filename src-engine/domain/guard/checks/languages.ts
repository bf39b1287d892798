import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding } from '../finding.ts'
import type { Looked } from './looked.ts'

/** Letters by which a language is seen; a language of the Latin script by its small words. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/gu, ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu, ko: /\p{Script=Hangul}/gu, ru: /\p{Script=Cyrillic}/gu, uk: /\p{Script=Cyrillic}/gu,
  ar: /\p{Script=Arabic}/gu, fa: /\p{Script=Arabic}/gu, th: /\p{Script=Thai}/gu, he: /\p{Script=Hebrew}/gu, el: /\p{Script=Greek}/gu, hi: /\p{Script=Devanagari}/gu,
}
const SMALL_WORDS: Readonly<Record<string, RegExp>> = {
  en: /(?<![a-z])(?:the|is|are|your|you|we|will|for|and|with|have|has|to|of|it|on|in|an|for)(?![a-z])/gi,
  es: /(?<![a-z])(?:el|la|los|las|su|que|de|para|con|por|está|una|usted|pedido|gracias)(?![a-z])/gi, fr: /(?<![a-z])(?:le|la|les|votre|vous|nous|est|une|pour|avec|dans|des|du|commande|merci)(?![a-z])/gi,
  de: /(?<![a-z])(?:der|die|das|ihre?|sie|wir|ist|und|für|mit|nicht|eine?|bestellung|danke)(?![a-z])/gi, pt: /(?<![a-z])(?:o|os|seu|sua|você|para|com|uma|está|não|pedido|obrigad[oa])(?![a-z])/gi,
  it: /(?<![a-z])(?:il|lo|gli|suo|sua|per|con|una|è|non|ordine|grazie|del)(?![a-z])/gi,
}
const LATIN = /\p{Script=Latin}/gu
const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0

/** Sentences in another language than the customer's. Names, models and links of a few words are none. */
export function otherLanguages({ folded, language }: Looked): Finding[] {
  const wanted = language?.toLowerCase().split(/[-_]/)[0] ?? ''
  if (SCRIPTS[wanted] === undefined && SMALL_WORDS[wanted] === undefined) return []
  return [...folded.matchAll(/[^。!?！？\n.]+(?:[。!?！？\n]+|\.(?!\d)\s?|$|\.)/g)].flatMap((match) => {
    if (!isOther(match[0], wanted)) return []
    const start = match.index + (match[0].length - match[0].trimStart().length)
    return [finding({ start, end: start + match[0].trim().length, text: match[0].trim() }, 'language', 'warning')]
  })
}

function isOther(sentence: string, wanted: string): boolean {
  const latin = count(sentence, LATIN)
  const script = SCRIPTS[wanted]
  if (script !== undefined) return count(sentence, script) * 6 < latin && Object.values(SMALL_WORDS).some((form) => count(sentence, form) >= 3)
  const foreign = Object.values(SCRIPTS).reduce((most, form) => Math.max(most, count(sentence, form)), 0)
  if (foreign >= 4 && foreign * 2 > latin) return true
  const own = count(sentence, SMALL_WORDS[wanted] ?? /$^/)
  return Object.entries(SMALL_WORDS).some(([code, form]) => code !== wanted && count(sentence, form) >= 3 && count(sentence, form) > own * 2 + 1)
}
