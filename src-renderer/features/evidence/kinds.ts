/** What a place in the customer's words speaks for; each is drawn with an underline of its own. In the order of gravity. */
export const EVIDENCE_KINDS = ['danger', 'threat', 'anger', 'risk', 'sensitive', 'feeling', 'topic', 'act'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

const BY_CODE: Readonly<Partial<Record<string, EvidenceKind>>> = {
  'mark.danger_person': 'danger', 'mark.abuse': 'anger', 'mark.sarcasm': 'anger', 'mark.sensitive_info': 'sensitive',
  'topic.safety_incident': 'danger', 'topic.chargeback': 'threat', 'topic.platform_intervention': 'threat',
}
const BY_FAMILY: Readonly<Partial<Record<string, EvidenceKind>>> = {
  threat: 'threat', anger: 'anger', mark: 'risk', emotion: 'feeling', history: 'feeling', need: 'feeling', wait: 'feeling', topic: 'topic', act: 'act',
}

/** The kind of an evidence code such as `threat.authority`; a code of a later version is a risk. */
export const evidenceKind = (why: string): EvidenceKind => BY_CODE[why] ?? BY_FAMILY[why.split('.')[0] ?? ''] ?? 'risk'

/** The gravest of several. */
export const gravest = (kinds: readonly EvidenceKind[]): EvidenceKind => EVIDENCE_KINDS.find((kind) => kinds.includes(kind)) ?? 'act'
