import type { ToneRule } from './types.ts'

const rule = (kind: ToneRule['kind'], form: RegExp, instead?: string): ToneRule => ({ kind, form, ...(instead === undefined ? {} : { instead }) })

export const RULES_EN: readonly ToneRule[] = [
  rule('tone-cold', /\b(check|look it up|find out|ask them|contact them|track it|do it) (?:it )?(?:for )?yourself\b/giu, 'let me $1 for you'),
  rule('tone-cold', /\b(?:I|we) (?:don['’]t|do not) know\b(?=[.,!]|$)/giu, 'let me find out'),
  rule('tone-cold', /\b(?:I|we) (?:don['’]t|do not) care\b/giu),
  rule('tone-cold', /\b(?:there(?:['’]s| is) )?nothing (?:more )?(?:I|we) can do\b/giu, 'this I cannot change; let me see what I can'),
  rule('tone-cold', /\b(?:that(?:['’]s| is)|it(?:['’]s| is)) not (?:my|our) (?:problem|job|department|concern)\b/giu, 'let me ask the right team'),
  rule('tone-cold', /\b(?:that(?:['’]s| is)|it(?:['’]s| is)) (?:just )?(?:the|our) (?:policy|rule)s?\b(?=[.!]|$)/giu, 'this is how our policy has it'),
  rule('tone-cold', /\b(?:just|you(?:['’]ll| will) (?:just )?have to) wait\b(?=[.,!]|$)/giu, 'I will tell you here when there is news'),
  rule('tone-cold', /\bwhatever(?: you (?:want|like|say))?\b(?=[.,!]|$)/giu, 'as you prefer'), rule('tone-cold', /\bdeal with it\b/giu), rule('tone-cold', /^(?:k|ok|no|yes|fine)[.!]?$/giu),
  rule('tone-cold', /\bcalm down\b/giu, 'I understand that this is upsetting'), rule('tone-cold', /\banything else\?$/giu, 'Is there anything else I can help with?'),
  rule('tone-blaming', /\b(?:as|like) (?:I|we)(?:['’]ve| have)? (?:already )?(?:said|told you|mentioned|explained)(?: before| already| earlier)?\b/giu, 'to say it again'),
  rule('tone-blaming', /\b(?:I|we)(?:['’]ve| have)? already (?:told|explained to|informed) you\b/giu, 'to say it once more'),
  rule('tone-blaming', /\b(?:it(?:['’]s| is|['’]s all)|that(?:['’]s| is)) your (?:own )?(?:fault|mistake|problem|responsibility|error)\b/giu, 'this can be put right'),
  rule('tone-blaming', /\byou (?:should|could) have (?:read|checked|told|looked|contacted|said)[^.,!?]{0,40}/giu),
  rule('tone-blaming', /\byou (?:failed|forgot|neglected|refused) to ([^.,!?]{2,40})/giu, 'we still need you to $1'),
  rule('tone-blaming', /\byou (?:entered|chose|ordered|selected|gave|typed)(?: us)? (?:the|a) wrong ([^.,!?]{2,30})/giu, 'the $1 needs a change'),
  rule('tone-blaming', /\byou (?:didn['’]t|did not) (?:read|follow|listen|check|look)[^.,!?]{0,40}/giu), rule('tone-blaming', /\bwhy (?:didn['’]t|did not|don['’]t) you\b[^.,!?]{0,40}/giu), rule('tone-blaming', /\byou (?:must|may) have misunderstood\b|\byou misunderstood\b/giu, 'I was not clear enough'),
  rule('tone-blaming', /\bif you had (?:read|checked|told|waited)[^.,!?]{0,40}/giu),
  rule('tone-shouting', /!{2,}/gu, '.'), rule('tone-shouting', /\?[?!]+/gu, '?'),
  rule('tone-address', /\b(?:dude|bro|mate|hun|hon|honey|sweetie|love|darling|buddy|boss)\b(?=[\s]*[,.!?]|$)/giu, ''),
]

/** Whole replies that say nothing to somebody who asked. */
export const EMPTY_EN = /^(?:(?:hi|hello|hey|ok(?:ay)?|sure|yes|noted|got it|understood|i see|thank you(?: for (?:your patience|waiting|your message|contacting us))?|thanks(?: for (?:your patience|waiting|your message|contacting us))?|please (?:wait|be patient|bear with us)(?: a moment)?|one moment(?: please)?|(?:we|i)(?:['’]ll| will) look into it|(?:we|i) (?:completely )?understand(?: your (?:frustration|concern))?|(?:we|i) appreciate your patience)[\s,.!]*)+$/iu

/** Spoken letter by letter, or names of things: not shouted. */
export const CAPITALS_OK = /^(?:[A-Z]{1,4}|[A-Z]*\d[A-Z\d]*|EMAIL|HTTPS?|RETURN|ORDER)$/u
