import { z } from 'zod'
import { EMOTIONS } from '../../../src-shared/domain/triage.ts'
import { createHead, type Head } from '../feeling/head.ts'

const unit = z.number().min(0).max(1)

/** Weights of the signs of anger and where the levels begin, for one language. */
const Heat = z.object({
  /** One for each sign in the order of `signsOf`, and the bias. */
  weights: z.array(z.number()).length(5),
  /** From here on a message is shown as unhappy (level 2), and as angry (level 3). */
  amber: unit, red: unit,
})
export type Heat = z.infer<typeof Heat>
/** `resources/models/anger.json`. */
export const HeatFile = z.object({ zh: Heat, en: Heat })
export type HeatFile = z.infer<typeof HeatFile>

export interface HeatSigns {
  /** Probability of angry and furious together by the head that read our corpus. */
  readonly head: number
  /** Probability of furious alone: few feel so, and who does is seldom misread. */
  readonly furious: number
  /** Anger that the rules hear in words, marks and repeats, 0..1; threats are left out, for they are often made calmly. */
  readonly rules: number
  /** Probability of the side head: offensive words in Chinese, anger of comments in English. */
  readonly side: number
}

/** Both ends are cut, so that one certain head does not silence the others. */
const logOdds = (p: number): number => Math.log((p + 1e-4) / (1 - p + 1e-4))

export const signsOf = ({ head, furious, rules, side }: HeatSigns): number[] => [logOdds(head), logOdds(furious), rules, logOdds(side)]

/** How likely the writer is angry, 0..1, calibrated: a logistic regression over four signs. */
export function heatOf({ weights }: Heat, signs: HeatSigns): number {
  return 1 / (1 + Math.exp(-[...signsOf(signs), 1].reduce((sum, sign, i) => sum + sign * (weights[i] ?? 0), 0)))
}

/** Everything that was learned of feelings beside the corpus head. */
export interface Feelings { readonly heat: HeatFile; readonly offensive: Head; readonly angerEn: Head }

/**
 * @param files bytes of `abuse.bin` and `feeling-en.bin`, and `anger.json` as parsed from JSON
 * @throws Error or ZodError for a file that is none or is damaged
 */
export function createFeelings(files: { heat: unknown; offensive: Uint8Array; angerEn: Uint8Array }): Feelings {
  return { heat: HeatFile.parse(files.heat), offensive: createHead(files.offensive), angerEn: createHead(files.angerEn) }
}

/** Learned feelings of one message. */
export interface Told {
  /** Probability of each emotion by the corpus head, in the order of the closed list. */
  readonly emotion: ArrayLike<number>
  /** Probability of the side head. */
  readonly side: number
  readonly heat: Heat
}

/** @param text normalised @param raw as received */
export function toldOf({ heat, offensive, angerEn }: Feelings, emotion: ArrayLike<number>, language: string, text: string, raw: string): Told {
  return language === 'en' ? { emotion, heat: heat.en, side: angerEn.probability(text, raw) } : { emotion, heat: heat.zh, side: offensive.probability(text, raw) }
}

const at = (emotion: ArrayLike<number>, name: (typeof EMOTIONS)[number]): number => emotion[EMOTIONS.indexOf(name)] ?? 0
/** What the corpus head says of anger. */
export const headSigns = (emotion: ArrayLike<number>): Pick<HeatSigns, 'head' | 'furious'> => ({ head: angryShare(emotion), furious: at(emotion, 'furious') })
export const angryShare = (emotion: ArrayLike<number>): number => at(emotion, 'angry') + at(emotion, 'furious')

const OFFENCE_AT = { words: 0.7, anger: 0.5 }
const ADDRESSED = /你|客服|商家|店家|卖家|老板/u

/**
 * Offensive words of a Chinese comment are an insult here only when an angry customer speaks to us: the head learned from quarrels
 * about groups, not from shops, and knows letters by the company they keep there.
 */
export const isOffence = ({ emotion, side }: Told, language: string, text: string): boolean =>
  language !== 'en' && side >= OFFENCE_AT.words && angryShare(emotion) >= OFFENCE_AT.anger && ADDRESSED.test(text)
