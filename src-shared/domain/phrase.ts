import { z } from 'zod'
import { Attachment } from './attachment.ts'
import { MESSAGE_MAX_LENGTH } from './message.ts'
import { Millis, type LocalText } from './text.ts'

/** Who sees a phrase: this agent alone, the team, or everybody who answers for the shop. */
export const PhraseScope = z.enum(['personal', 'team', 'shop'])
export type PhraseScope = z.infer<typeof PhraseScope>

/** Longest code, and longest title or group, in UTF-16 code units. */
export const PHRASE_CODE_MAX = 32
export const PHRASE_TITLE_MAX = 120

const line = (max: number) => z.object({ zh: z.string().max(max), en: z.string().max(max) })

/** A phrase as people write it; nothing in it is computed. */
export const PhraseWords = z.object({
  /** A UUID, or the plain id of a phrase that came with the shop. */
  id: z.string().min(1).max(64),
  scope: PhraseScope,
  /** Short code typed after the slash, without spaces; '' for none. */
  code: z.string().max(PHRASE_CODE_MAX).regex(/^\S*$/),
  /** Either language may be empty, and both: a phrase without a title goes by its first words. */
  group: line(PHRASE_TITLE_MAX),
  title: line(PHRASE_TITLE_MAX),
  /** At least one language; may hold variables, see phrase-gaps.ts. */
  text: line(MESSAGE_MAX_LENGTH).refine((text: LocalText) => text.zh.trim() !== '' || text.en.trim() !== ''),
  pictures: z.array(Attachment).max(9).default([]),
})
export type PhraseWords = z.infer<typeof PhraseWords>

/** A quick phrase as it is kept: `updatedAt` is the gateway's time for shared ones, this desk's for personal ones. */
export const Phrase = PhraseWords.extend({ updatedAt: Millis })
export type Phrase = z.infer<typeof Phrase>

/** A phrase that other seats have too. */
export const SharedPhrase = Phrase.extend({ scope: PhraseScope.extract(['team', 'shop']) })
export type SharedPhrase = z.infer<typeof SharedPhrase>

/** The text in a language, or in the only one there is. */
export const inLanguage = (text: LocalText, language: 'zh' | 'en'): string => text[language].trim() || text[language === 'zh' ? 'en' : 'zh'].trim()
