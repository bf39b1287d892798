/** What the check of tone can say. Closed list; docs/rewriting.md tells what each means. */
export const TONE_KINDS = ['tone-cold', 'tone-blaming', 'tone-shouting', 'tone-empty', 'tone-long', 'tone-address'] as const
export type ToneKind = (typeof TONE_KINDS)[number]

/** Words of a kind. `instead`: what can stand there; `$1` is the first group. Without it the person has to find other words. */
export interface ToneRule { kind: ToneKind; form: RegExp; instead?: string }
