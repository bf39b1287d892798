import { z } from 'zod'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { PROTECTED } from '../../../src-shared/domain/protects.ts'
import { LocalText } from '../../../src-shared/domain/text.ts'

/** One rule about words. `phrases` are found as they stand (case ignored), `patterns` are regular expressions. */
const Rule = z.object({
  id: z.string().min(1),
  phrases: z.array(z.string().min(1)).default([]),
  patterns: z.array(z.string().min(1)).default([]),
  /** A match that touches one of these is none; regular expressions. */
  except: z.array(z.string().min(1)).default([]),
  severity: z.enum(['block', 'review', 'warn', 'note']),
  /** What a rule that blocks keeps from harm; nothing else may stop a person. */
  protects: z.enum(PROTECTED).optional(),
  /** One sentence for the agent. */
  say: LocalText,
  /** What to write instead: one key puts it there, so it has to stand as it is. `{replyBy}` is the time by when the shop answers. */
  rewrite: z.string().min(1).refine((text) => !text.includes('…'), { error: 'what is left out would reach the customer' }),
  source: z.string().min(1),
  verified: z.enum(['V1', 'V2', 'U']),
  /** First and last day on which it holds. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
}).refine((rule) => (rule.severity === 'block') === (rule.protects !== undefined), { error: 'a rule blocks only what it protects from harm' })
/** A file of `resources/rules/`. `channels`: where it applies; `*` everywhere. `categories`: goods it speaks of; none means all. */
const RulePackFile = z.object({
  id: z.string().min(1), version: z.number().int().positive(), scope: z.enum(['law', 'platform', 'shop', 'category']), categories: z.array(z.string()).default([]), jurisdiction: z.string(), channels: z.array(z.string()).min(1),
  checkedOn: z.iso.date(), expiresOn: z.iso.date().nullable(), rules: z.array(Rule).min(1),
})
export type RulePack = z.infer<typeof RulePackFile>

/** Parses packs and compiles every pattern once, so that a broken one fails here. Throws ZodError or SyntaxError. */
export function parseRulePacks(files: readonly unknown[]): RulePack[] {
  const packs = files.map((file) => RulePackFile.parse(file))
  for (const rule of packs.flatMap((pack) => pack.rules)) for (const source of [...rule.patterns, ...rule.except]) new RegExp(source, 'giu')
  return packs
}

/** Only `block` stops a send; all else warns and never stops a person. */
const SEVERITY: Record<z.infer<typeof Rule>['severity'], Finding['severity']> = { block: 'error', review: 'warning', warn: 'warning', note: 'info' }
const literal = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Where, when and for what goods a draft is written; what is not known rules nothing out. */
export interface RulePlace { channel?: string; categories?: readonly string[]; /** `2026-11-27` */ day?: string; /** By when a reply can be promised; null: nobody knows. */ answerBy?(language: 'zh' | 'en'): string | null }

/** Words of the draft that a rule speaks of. */
export function brokenRules(draft: string, folded: string, packs: readonly RulePack[], place: RulePlace): Finding[] {
  const characters = [...draft]
  return packs.filter((pack) => applies(pack, place)).flatMap((pack) => pack.rules).filter((rule) => holdsOn(rule, place.day)).flatMap((rule) => {
    const found = formsOf(rule).flatMap((form) => spans(folded, form))
    if (found.length === 0) return []
    const allowed = rule.except.flatMap((source) => spans(folded, new RegExp(source, 'giu')))
    return found
      .filter((span) => !allowed.some((ok) => ok.start < span.end && span.start < ok.end))
      .map((span): Finding => ({ kind: 'rule', severity: SEVERITY[rule.severity], text: characters.slice(span.start, span.end).join(''), ...span, ...rewritten(rule.rewrite, place), source: rule.id }))
  })
}

const REPLY_BY = '{replyBy}'
/** The rewrite with its time; none where the time is not known. */
function rewritten(rewrite: string, { answerBy }: RulePlace): { expected?: string } {
  if (!rewrite.includes(REPLY_BY)) return { expected: rewrite }
  const by = answerBy?.(/\p{Script=Han}/u.test(rewrite) ? 'zh' : 'en') ?? null
  return by === null ? {} : { expected: rewrite.replaceAll(REPLY_BY, by) }
}

const applies = (pack: RulePack, { channel, categories }: RulePlace): boolean =>
  (channel === undefined || pack.channels.includes('*') || pack.channels.includes(channel))
  && (categories === undefined || pack.categories.length === 0 || pack.categories.some((category) => categories.includes(category)))
const holdsOn = (rule: z.infer<typeof Rule>, day: string | undefined): boolean => day === undefined || ((rule.from ?? day) <= day && day <= (rule.to ?? day))

/** Compiled forms by rule: a pure memo, as compiling costs more than matching. */
const compiled = new WeakMap<z.infer<typeof Rule>, RegExp[]>()
function formsOf(rule: z.infer<typeof Rule>): RegExp[] {
  let forms = compiled.get(rule)
  if (!forms) {
    // Phrases with word characters of Latin script at their ends match whole words only ("soon" is not in "sooner").
    const phrases = rule.phrases.map((phrase) => `${/^[a-z0-9]/i.test(phrase) ? '(?<![a-z0-9])' : ''}${literal(phrase)}${/[a-z0-9]$/i.test(phrase) ? '(?![a-z])' : ''}`)
    forms = [...(phrases.length > 0 ? [phrases.join('|')] : []), ...rule.patterns].map((source) => new RegExp(source, 'giu'))
    compiled.set(rule, forms)
  }
  return forms
}

const spans = (text: string, form: RegExp): Array<{ start: number; end: number }> =>
  [...text.matchAll(form)].filter((match) => match[0] !== '').map((match) => ({ start: match.index, end: match.index + match[0].length }))
