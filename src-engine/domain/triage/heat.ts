import { z } from 'zod'
import { EMOTIONS } from '../../../src-shared/domain/triage.ts'
import { createHead, type Head } from '../feeling/head.ts'

const unit = z.number().min(0).max(1)

/** Weights of the signs of anger and where the levels begin, for one language. */
const Heat = z.object({
  /** Of the log-odds of the corpus head, of the rules' anger, of the log-odds of the side head, and the bias. */
  weights: z.tuple([z.number(), z.number(), z.number(), z.number()]),
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
  /** Anger by the rules, 0..1. */
  readonly rules: number
  /** Probability of the side head: offensive words in Chinese, anger of comments in English. */
  readonly side: number
}

/** Both ends are cut, so that one certain head does not silence the others. */
const logOdds = (p: number): number => Math.log((p + 1e-4) / (1 - p + 1e-4))

export const signsOf = ({ head, rules, side }: HeatSigns): [number, number, number] => [logOdds(head), rules, logOdds(side)]

/** How likely the writer is angry, 0..1, calibrated: a logistic regression over three signs. */
export function heatOf({ weights }: Heat, signs: HeatSigns): number {
  const [a, b, c] = signsOf(signs)
  return 1 / (1 + Math.exp(-(weights[0] * a + weights[1] * b + weights[2] * c + weights[3])))
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

const OFFENCE_AT = { words: 0.7, anger: 0.5 }
export const angryShare = (emotion: ArrayLike<number>): number => (emotion[EMOTIONS.indexOf('angry')] ?? 0) + (emotion[EMOTIONS.indexOf('furious')] ?? 0)

/** Offensive words of a Chinese comment are an insult here only from an angry customer: the head learned from quarrels about groups, not from shops. */
export const isOffence = ({ emotion, side }: Told, language: string): boolean => language !== 'en' && side >= OFFENCE_AT.words && angryShare(emotion) >= OFFENCE_AT.anger
