import { showsAnger } from '../../app/i18n/label.ts'

/** Why a conversation is raised: the customer is angry, or what was said is a risk, in whatever tone. */
export type FlagKind = 'angry' | 'risk'

/** Marks and topics that raise a conversation whatever its tone. */
const RISKS: ReadonlySet<string> = new Set([
  'threat_review', 'threat_authority', 'threat_legal_media', 'threat_platform', 'danger_person', 'fraud_pattern', 'safety_incident', 'chargeback', 'platform_intervention',
])

/** What is known of a flag; a row of the queue knows no reasons. `codes`: marks and topics. */
interface Known {
  level: number
  codes: readonly string[]
  whys?: readonly string[]
}

/** The risks among marks and topics, each once. */
export const risksIn = (codes: readonly string[]): string[] => [...new Set(codes)].filter((code) => RISKS.has(code))

/** Angry needs anger itself, level 3 or angry words; a flag without any risk can only be anger that has begun to sink. */
export function flagKind({ level, codes, whys = [] }: Known): FlagKind {
  if (level >= 3 || whys.some(showsAnger) || codes.includes('abuse')) return 'angry'
  return risksIn(codes).length > 0 || level < 2 ? 'risk' : 'angry'
}
