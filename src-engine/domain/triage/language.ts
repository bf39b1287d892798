import type { Lexicon } from './lexicon.ts'

/** Tells a language by its letters (see domain/language): ISO 639-1 code and probability, or null when it cannot tell. */
export type IdentifyLanguage = (text: string) => { code: string; confidence: number } | null
export interface Language { readonly code: string; readonly confidence: number }

/** No letters and no earlier message to go by: ISO 639-1 has no code for it, ISO 639-2's `und` says so. */
export const UNDETERMINED: Language = { code: 'und', confidence: 0 }
/** Below this many letters a Latin text says little, and what the customer wrote before says more. */
const SHORT_LETTERS = 8
/** Our own words count from this confidence on, where the letters leave doubt; of one or two words no more can be had. */
const SURE = 0.7
/** Below this the letters of a text leave doubt. */
const DOUBT = 0.5

/** Scripts by the language of most of our shoppers who write it; `sisters` where others do too, with letters that tell them. */
const SCRIPTS: ReadonlyArray<{ pattern: RegExp; code: string; sisters?: ReadonlyArray<readonly [RegExp, string]> }> = [
  { pattern: /\p{Script=Hangul}/gu, code: 'ko' },
  { pattern: /\p{Script=Arabic}/gu, code: 'ar', sisters: [[/[ٹڈڑےںہ]/u, 'ur'], [/[پچژگکی]/u, 'fa']] },
  { pattern: /\p{Script=Cyrillic}/gu, code: 'ru', sisters: [[/[іїєґ]/iu, 'uk'], [/[ўЎ]/u, 'be'], [/[ђћљњџј]/iu, 'sr'], [/[әғқңұү]/iu, 'kk']] },
  { pattern: /\p{Script=Thai}/gu, code: 'th' },
  { pattern: /\p{Script=Hebrew}/gu, code: 'he' },
  { pattern: /\p{Script=Greek}/gu, code: 'el' },
  { pattern: /\p{Script=Devanagari}/gu, code: 'hi', sisters: [[/ळ/u, 'mr']] },
  { pattern: /\p{Script=Bengali}/gu, code: 'bn' },
  { pattern: /\p{Script=Tamil}/gu, code: 'ta' },
  { pattern: /\p{Script=Telugu}/gu, code: 'te' },
  { pattern: /\p{Script=Armenian}/gu, code: 'hy' },
  { pattern: /\p{Script=Georgian}/gu, code: 'ka' },
  { pattern: /\p{Script=Khmer}/gu, code: 'km' },
  { pattern: /\p{Script=Lao}/gu, code: 'lo' },
  { pattern: /\p{Script=Myanmar}/gu, code: 'my' },
]
/** Not words of any language: links, addresses and the placeholders of media ("[image]"). */
const NOISE = /https?:\/\/\S+|\S+@\S+\.\S+|\[[^\]]{1,20}\]/gu
/** The customer's words in capitals, order codes and model names ("SF12", "iPhone15") tell no language. */
const CODE_WORD = /[\p{L}]*\d[\p{L}\d]*/gu

/** Of our shoppers' languages Spanish alone opens a question or a call with a sign; elsewhere the sign stands alone or last, as a joke. */
const SPANISH_OPENING = /[¿¡]\s?\p{Script=Latin}/u
const SPANISH: Language = { code: 'es', confidence: 0.95 }

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

interface OfScript extends Language {
  /** Nobody else writes this script. */
  readonly alone: boolean
}

function ofScript(text: string, letters: number): OfScript | null {
  for (const { pattern, code, sisters } of SCRIPTS) {
    const own = count(text, pattern)
    if (own === 0 || own * 2 < letters) continue
    const sister = sisters?.find(([mark]) => mark.test(text))?.[1]
    return { code: sister ?? code, confidence: sister !== undefined || sisters === undefined ? 0.97 : 0.85, alone: sisters === undefined }
  }
  return null
}

interface Guess extends Language { readonly letters: number }

/**
 * Share of words that are stop words of a language, plus its telling letters.
 * confidence = 0.35 + 0.45 x share + 0.3 x lead over the second language (both 0..1), at most 0.97.
 */
function latinGuess(text: string, lexicon: Lexicon): Guess {
  const words = text.toLowerCase().match(/[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)?/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  let [best, second, code] = [0, 0, 'en']
  for (const [candidate, profile] of lexicon.languages) {
    let points = 0
    for (const word of words) if (profile.words.has(word)) points++
    // A word may belong to five languages; a letter such as ß or ơ hardly does.
    if (profile.letters.size > 0) for (const char of text.toLowerCase()) if (profile.letters.has(char)) points += 0.7
    // Pinyin syllables are also words elsewhere ("me", "fa"): only a text made of them counts.
    if (candidate === 'pinyin') points = words.length >= 2 && points >= words.length * 0.75 ? points * 1.5 : 0
    if (points > best) { second = best; best = points; code = candidate } else if (points > second) second = points
  }
  if (best === 0) return { code: 'en', confidence: words.length === 0 ? 0 : 0.3, letters }
  const share = Math.min(1, best / words.length)
  const lead = (best - second) / best
  const confidence = Math.min(0.97, 0.35 + 0.45 * share + 0.3 * lead)
  return { code: code === 'pinyin' ? 'zh' : code, confidence: words.length < 3 ? Math.min(confidence, 0.7) : confidence, letters }
}

/**
 * Language of one message as ISO 639-1 (`und` when there is nothing to go by), confidence 0..1.
 * Order: a script or sign that one language owns; for a short or unclear message the conversation's earlier language; the letters
 * (`identify`); where those leave doubt, words of shop talk and the script.
 * Chinese with some English words is zh: a Han character weighs as much as an English word.
 * @param prior language of the customer's latest message that had a clear one
 */
export function detectLanguage(raw: string, lexicon: Lexicon, prior: Language | null, identify?: IdentifyLanguage): Language {
  const text = raw.normalize('NFKC').replace(NOISE, ' ').replace(CODE_WORD, ' ')
  const letters = count(text, /\p{L}/gu)
  if (letters === 0) {
    const spoken = /\p{Script=Han}/u.test(raw) ? { code: 'zh', confidence: 0.6 } : UNDETERMINED
    return prior === null ? spoken : { code: prior.code, confidence: Math.min(0.6, prior.confidence) }
  }
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const han = count(text, /\p{Script=Han}/gu)
  const latinWords = count(text, /\p{Script=Latin}{2,}/gu)
  // の and a few other kana are fashion in Chinese shop talk.
  if (kana > 1 && kana * 5 >= han && kana >= latinWords) return { code: 'ja', confidence: 0.97 }
  if (han > 0 && han >= latinWords) {
    return { code: 'zh', confidence: Math.min(0.98, 0.75 + 0.23 * (han / (han + latinWords))) }
  }
  const script = ofScript(text, letters)
  if (script?.alone) return { code: script.code, confidence: script.confidence }
  if (script === null && SPANISH_OPENING.test(text)) return SPANISH
  const guess = latinGuess(text, lexicon)
  if (prior !== null && script === null && letters < SHORT_LETTERS && guess.confidence < 0.7) {
    return { code: prior.code, confidence: Math.min(0.7, prior.confidence) }
  }
  const told = identify?.(text) ?? null
  // Words of shop talk, pinyin among them, decide where the letters alone leave doubt.
  if (told !== null && (told.confidence >= DOUBT || guess.confidence < SURE)) return told
  if (script !== null) return { code: script.code, confidence: script.confidence }
  return { code: guess.code, confidence: guess.confidence }
}
