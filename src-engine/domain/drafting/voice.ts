import type { Voice } from '../../../src-shared/domain/voice.ts'

export const NO_VOICE: Voice = { replies: 0, address: null, greeting: null, particle: null, emoji: null, signOff: null }

/** Fewer replies tell a person's day, no shop's habit. */
export const LEAST_REPLIES = 20
/** Share of replies from which a habit is one. */
const MANY_DO = 0.3
/** A sign-off is a sentence, not a word; longer ones are answers. In code points. */
const SIGN_OFF = { least: 5, most: 24 } as const

const GREETINGS = [['亲', /^亲(?:亲|爱的)?[，,~～！! ]/], ['您好', /^(?:亲[，, ]?)?您好/], ['你好', /^你好/]] as const
const PARTICLE = /(哦|噢|哈|呢|呀|啦|哟)[~～。！!]?$/
const EMOJI = /\p{Extended_Pictographic}/gu

const share = (count: number, all: number): number => (all === 0 ? 0 : count / all)

/** The key that counts highest, where its share reaches the least; ties go to the first. */
function habit<T extends string>(words: readonly T[], all: number, least: number): T | null {
  const counts = new Map<T, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && share(best[1], all) >= least ? best[0] : null
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[。！!？?~～\n])/).map((sentence) => sentence.trim()).filter(Boolean)

/** Counts the habits in replies that people of the shop sent, newest or oldest first alike. */
export function learnVoice(texts: readonly string[]): Voice {
  const chinese = texts.map((text) => text.normalize('NFKC').trim()).filter((text) => /\p{Script=Han}/u.test(text))
  if (chinese.length < LEAST_REPLIES) return { ...NO_VOICE, replies: chinese.length }
  const spoken = chinese.flatMap((text): Array<'您' | '你'> => (text.includes('您') ? ['您'] : text.includes('你') ? ['你'] : []))
  return {
    replies: chinese.length,
    address: habit(spoken, spoken.length, 0.7),
    greeting: habit(chinese.flatMap((text) => GREETINGS.find(([, form]) => form.test(text))?.[0] ?? []), chinese.length, MANY_DO),
    particle: habit(chinese.flatMap((text) => sentencesOf(text).flatMap((sentence) => PARTICLE.exec(sentence)?.[1] ?? []).slice(0, 1)), chinese.length, MANY_DO),
    emoji: habit(chinese.flatMap((text) => text.match(EMOJI)?.[0] ?? []), chinese.length, MANY_DO),
    signOff: habit(chinese.flatMap((text) => {
      const last = sentencesOf(text).length > 1 ? sentencesOf(text).at(-1) : undefined
      const length = [...(last ?? '')].length
      return last !== undefined && length >= SIGN_OFF.least && length <= SIGN_OFF.most && !/[?？\d]/.test(last) ? [last] : []
    }), chinese.length, MANY_DO),
  }
}

/** `isHeavy`: an apology or a danger, where nothing cheerful fits. `said`: a sentence that the customer has read already. */
export interface Occasion { language: string; isHeavy: boolean; said(sentence: string): boolean; longest: number }

/** Puts a local draft into the shop's voice; facts and quotations keep their words. Chinese only. */
export function inVoice(text: string, voice: Voice, { language, isHeavy, said, longest }: Occasion): string {
  if (language !== 'zh' || text === '') return text
  const bubbles = text.split('\n\n')
  const greeted = voice.greeting === null ? bubbles : bubbles.map((bubble, index) => (index === 0 ? bubble.replace(/^您好，/, voice.greeting === '亲' && isHeavy ? '您好，' : `${voice.greeting ?? ''}，`) : bubble))
  const addressed = voice.address === '你' && !isHeavy ? greeted.map((bubble) => bubble.replace(/您/g, '你')) : greeted
  if (isHeavy) return addressed.join('\n\n')
  const last = addressed.at(-1) ?? ''
  const fits = (candidate: string): boolean => [...candidate].length <= longest
  const spoken = voice.particle !== null && /[\p{Script=Han}]。$/u.test(last) && !PARTICLE.test(last) ? last.replace(/。$/, `${voice.particle}。`) : last
  const closed = voice.signOff !== null && !said(voice.signOff) && fits(spoken + voice.signOff) ? spoken + voice.signOff : spoken
  const signed = voice.emoji !== null && fits(closed + voice.emoji) ? closed + voice.emoji : closed
  return [...addressed.slice(0, -1), fits(signed) ? signed : last].join('\n\n')
}

/** The voice in a line for a model's prompt. */
export function voiceText({ replies, address, greeting, particle, emoji, signOff }: Voice): string {
  const said = [
    greeting && `begins with ${greeting}`, address && `says ${address} to the customer`, particle && `often ends a sentence with ${particle}`,
    emoji ? `uses ${emoji} when nothing is wrong` : 'no emoji', signOff && `often closes with “${signOff}”`,
  ].filter(Boolean)
  return replies < LEAST_REPLIES ? 'not known yet; in Chinese say 您, no emoji.' : `${said.join('; ')}. Never so with an upset customer.`
}
