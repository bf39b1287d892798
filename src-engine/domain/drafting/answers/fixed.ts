import { plainly } from './context.ts'
import type { Matter } from '../matter.ts'
import type { Bubble, DraftInput } from '../types.ts'

const isThreat = (mark: string): boolean => mark.startsWith('threat_') || mark === 'claimant_pattern'

/**
 * Cases with a fixed safe text (SF-01, SF-03, SF-05, PI-04, AI-01), gravest first; null when none applies. The shop's own
 * fixed article comes before our wording.
 */
export function fixedAnswer(input: DraftInput, matter: Matter): Bubble[] | null {
  if (matter.marks.has('danger_person')) return [[plainly('danger.call')], [plainly('danger.next')]]
  for (const topic of ['safety_incident', 'scam_check']) {
    if (matter.topics.includes(topic)) return article(input, matter, topic) ?? [[plainly(`${topic}.first`)], [plainly(`${topic}.then`)]]
  }
  if (matter.marks.has('sensitive_info')) return [[plainly('sensitive.stop')], [plainly('sensitive.next')]]
  if (matter.acts.has('human_wanted')) return [[plainly('human')]]
  if (matter.marks.has('minor')) return [[plainly('person.next')]]
  return null
}

/** What stands around the matter when a complaint elsewhere is announced: no persuading, no offer (CO-08, MO-20). */
export const threatened = (matter: Matter): boolean => [...matter.marks].some(isThreat)

/** The paragraphs of the shop's article of this topic, one a bubble. */
function article(input: DraftInput, matter: Matter, topic: string): Bubble[] | null {
  if (matter.language !== 'zh' && matter.language !== 'en') return null
  const language = matter.language
  const found = input.hits.find((hit) => hit.language === language && hit.article.audience === 'customer' && hit.article.topics.includes(topic))?.article
  if (!found) return null
  const source = { kind: 'article' as const, id: found.id, title: found.title[language] }
  return found.body[language].split(/\n\s*\n/).filter((text) => text.trim() !== '').map((text) => [{ verbatim: text.trim(), sources: [source] }])
}

/** A message that carries only an act. */
export function actAnswer(matter: Matter): Bubble[] {
  const key = ['thanks', 'closing', 'hold_on', 'deny_correct', 'urge', 'media_only', 'greeting'].find((act) => matter.acts.has(act))
  if (key) return [[plainly(`act.${key}`)]]
  if (matter.marks.has('injection')) return [[plainly('injection')]]
  return matter.marks.has('off_platform') ? [[plainly('off_platform')]] : []
}
