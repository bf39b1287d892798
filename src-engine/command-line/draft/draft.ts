import type { Citation, Finding } from '../../../src-shared/domain/draft.ts'
import { modelFromEnvironment } from '../../../src-shared/model-environment.ts'
import { createLateModel } from '../../adapters/late-model.ts'
import type { Resources } from '../../adapters/resources.ts'
import { draftLocally } from '../../domain/drafting/local.ts'
import { knownValues } from '../../domain/drafting/masking/known.ts'
import { goodsSpokenOf } from '../../domain/drafting/guard-facts.ts'
import { createMasker } from '../../domain/drafting/masking/masker.ts'
import { createVault } from '../../domain/drafting/masking/vault.ts'
import type { ModelPort } from '../../domain/drafting/model-port.ts'
import { buildPrompt, parseCitations, runTool, TOOLS, type CitablePassage } from '../../domain/drafting/prompt.ts'
import { withNeed } from '../../domain/drafting/ask.ts'
import { withoutRepeats } from '../../domain/drafting/repeats.ts'
import type { DraftInput } from '../../domain/drafting/types.ts'
import { guard } from '../../domain/guard/index.ts'
import { openTriage } from '../../open-triage.ts'
import { fromCaller, lineOptions, type LineOptions, type LineWork } from '../lines.ts'
import { takeOption } from '../options.ts'
import { DraftLine, inputOf } from './input.ts'
import { openShop, type DraftShop } from './shop.ts'
import type { Who } from './who.ts'

interface Made { text: string; language: string; citations: Citation[]; by: string; /** Why there is no text. */ reason: string | null }

/** `deskmate draft`: the reply to each history, by the endpoint that the environment names, else on this machine alone. */
export function openDraft(args: readonly string[], resources: Resources, env: Readonly<Record<string, string | undefined>> = process.env): { options: LineOptions; work: LineWork } {
  const kb = takeOption(args, '--kb')
  const file = takeOption(kb.rest, '--shop')
  if (kb.value === null) throw new Error('--kb DIR is missing')
  if (file.value === null) throw new Error('--shop FILE is missing')
  const options = lineOptions(file.rest)
  const shop = openShop(fromCaller(kb.value), fromCaller(file.value), resources)
  const triage = openTriage(resources)
  const model = modelIn(env)
  return {
    options,
    work: async (line) => {
      const parsed = DraftLine.parse(line)
      const { input, who } = inputOf(parsed, shop, triage)
      const made = (model && (await byModel(model, input, shop))) ?? locally(input)
      const citations = renumbered(made.citations.map(shop.cited))
      return { id: parsed.id, draft: made.text, language: made.language, citations, findings: checked(made, { input, who, shop, channel: parsed.channel ?? undefined }), by: made.by, ...(made.reason === null ? {} : { reason: made.reason }) }
    },
  }
}

function modelIn(env: Readonly<Record<string, string | undefined>>): ModelPort | null {
  const named = modelFromEnvironment(env)
  if (named && named.name === '') process.stderr.write('deskmate draft: DESKMATE_MODEL names no model, so drafts are made on this machine\n')
  return named && named.name !== '' ? createLateModel({ baseUrl: named.baseUrl, name: named.name, key: named.key }) : null
}

function locally(input: DraftInput): Made {
  const made = withNeed(draftLocally(input), input)
  return { text: made.text, language: made.language, citations: made.citations, by: 'local', reason: made.state === 'none' ? (made.reason ?? 'no-source') : null }
}

/** null: the endpoint failed, which standard error tells; the line is then answered on this machine. */
async function byModel(model: ModelPort, input: DraftInput, shop: DraftShop): Promise<Made | null> {
  const passages: CitablePassage[] = input.hits.map((hit) => ({ id: hit.article.id, title: hit.article.title[hit.language], text: hit.passage }))
  const language = input.verdict.language.code === 'zh' ? 'zh' as const : 'en' as const
  // Files say neither when nor where they hold.
  const context = { customer: input.customer, orders: input.orders, knowledge: shop.knowledge, circumstances: {}, language, timeZone: input.timeZone, passages }
  try {
    const masker = createMasker(model.masking ?? 'all', createVault([]), knownValues({ customer: input.customer, displayName: '', orders: input.orders }))
    const answer = await model.stream({
      prompt: buildPrompt({ ...input, passages }, shop.prompt.text + (masker.policy === 'all' ? shop.prompt.masked : ''), masker), tools: TOOLS, signal: new AbortController().signal, onDelta: () => undefined,
      callTool: (name, args) => {
        const result = runTool(name, masker.unmaskFacts(args), context)
        return name === 'search_knowledge' ? masker.articles(result) : masker.facts(result)
      },
    })
    const { text, citations } = parseCitations(masker.unmask(answer.text), passages, input.orders)
    return { text: withoutRepeats(text, input.history), language: input.verdict.language.code, citations, by: answer.model, reason: null }
  } catch (thrown) {
    process.stderr.write(`deskmate draft: ${thrown instanceof Error ? thrown.message : 'the endpoint failed'}; drafted on this machine\n`)
    return null
  }
}

/** Two sections of one document are one source. */
function renumbered(citations: readonly Citation[]): Citation[] {
  const distinct = [...new Map(citations.map((one) => [`${one.kind} ${one.id}`, one])).values()]
  return distinct.map((citation, index) => ({ ...citation, n: index + 1 }))
}

function checked(made: Made, { input, who, shop, channel }: { input: DraftInput; who: Who; shop: DraftShop; channel: string | undefined }): Finding[] {
  const goods = goodsSpokenOf(shop.catalogue, input.orders, [...input.history.map(({ text }) => text), made.text])
  const named = new Set(goods.map(({ id }) => id))
  const inside = shop.knowledge.search(made.text, { language: made.language === 'zh' ? 'zh' : 'en', audience: 'internal', k: 3 })
  return guard({
    draft: made.text, language: made.language, now: new Date(input.now).toISOString(), timeZone: shop.records.timeZone, hours: input.hours, rules: shop.rules, policy: shop.records.policy, channel,
    facts: [...who.facts, ...shop.records.products.filter(({ product }) => named.has(product.id)).map(({ raw }) => ({ type: 'product', ...raw }))],
    passages: [...input.hits, ...inside].map(({ article, language }) => ({ id: article.id, text: `${article.title[language]}\n${article.body[language]}`, audience: article.audience })),
  }).findings
}
