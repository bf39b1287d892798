import { money } from './format.ts'
import type { Masker } from './masking/masker.ts'
import type { Matter } from './matter.ts'
import { stamp } from './order-facts.ts'
import type { Allowed, DraftInput } from './types.ts'

/** Code points of somebody's words that are told again, and promises told. */
const LONGEST = 120
const MOST_PROMISES = 5

const NOTHING_BEYOND = 'Nothing beyond this may be promised, and the limits themselves are not told to the customer.'

/** What the shop's policy lets be given, in a sentence. */
export function allowedText(allowed: Allowed | undefined, language: string): string {
  if (!allowed) return 'no policy lets anything be given for this; promise nothing.'
  const { goodwill, refund, actions } = allowed
  const said = [
    goodwill === null ? 'no goodwill' : `goodwill of at most ${money(goodwill, language)} at once`,
    ...(refund === null ? [] : [`a refund of at most ${money(refund, language)} at once`]),
    ...actions.map(({ kind, amount }) => (amount === null ? kind : `${kind} (at most ${money(amount, language)} a case without a supervisor)`)),
  ]
  return `${said.join('; ')}. ${NOTHING_BEYOND}`
}

/** What is known of a verified customer from before: their last contact and what they wait for. Words of theirs and ours go through the masker. */
export function rememberedText(input: DraftInput, matter: Matter, timeZone: string, masker: Masker): string {
  const { remembered } = input
  if (!matter.verified || !remembered) return 'nothing is known.'
  const words = (text: string, at: number): string => {
    // Masked before it is cut: half a number is not recognised as one.
    const points = [...masker.said(text.replace(/\s+/gu, ' '), at, null)]
    return (points.length > LONGEST ? `${points.slice(0, LONGEST).join('').replace(/\[[^\]]*$/u, '')}…` : points.join('')).replace(/</gu, '\u2039').replace(/>/gu, '\u203a')
  }
  const { last, promised } = remembered
  return [
    last === null ? 'No earlier conversation is known.' : `Last contact ${stamp(last.at, timeZone)}, about ${last.topics.join(', ') || 'nothing that has a name'}; they wrote: “${words(last.words, last.at)}”`,
    ...(promised.length === 0 ? ['No promise is open.'] : promised.slice(0, MOST_PROMISES).map((one) => `Still promised, due ${stamp(one.dueAt, timeZone)}: “${words(one.words, input.now)}”`)),
  ].join('\n')
}
