import { calendar } from '../guard/calendar.ts'
import { dates, durations, times } from '../guard/extract-time.ts'

/** Somebody says that something will be done. */
const COMMITS = /会(?!员|不会)|将(?!军)|安排|尽快|为您|给您|帮您|回复您|联系您|发出|寄出|补发|退回|到账|(?<![a-z])(?:will|we'll|i'll|going to|shall|by)(?![a-z])/i
/** Asked, supposed or told of what was: no promise. */
const DOUBTS = /[?？]|吗|呢|如果|要是|若|一般|通常|预计|大概|可能|已经?|之前|昨|(?<![a-z])(?:if|usually|normally|probably|might|may|was|were|ago|yesterday|expected|estimated)(?![a-z])/i
/** Longest sentence that is shown, in code points. */
const LONGEST = 120

/** The sentences of a reply; a bubble's line break ends one too. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[。！!？?；;\n])|(?<=\.)\s/).map((sentence) => sentence.trim()).filter(Boolean)

/** A commitment with the words of its time. */
export interface PromiseMade {
  text: string
  when: string
}

/**
 * The last sentence of our reply that commits us to a day or a time, by the same reading of times as the guard's. Says
 * nothing where it is unsure: a promise that was never made is worse than one that is not shown.
 * @param at when the reply was sent @param timeZone IANA zone of the shop
 */
export function promiseIn(text: string, at: number, timeZone: string): PromiseMade | null {
  const place = calendar(new Date(at).toISOString(), timeZone)
  for (const sentence of sentencesOf(text).toReversed()) {
    if (!COMMITS.test(sentence) || DOUBTS.test(sentence) || [...sentence].length > LONGEST) continue
    const [first] = [...dates(sentence, place), ...times(sentence), ...durations(sentence)].sort((a, b) => a.start - b.start)
    if (first) return { text: sentence, when: sentence.slice(first.start, first.end) }
  }
  return null
}
