import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { PhraseHit } from '../../src-shared/contract/phrases.ts'
import { inLanguage, type Phrase, type PhraseScope } from '../../src-shared/domain/phrase.ts'
import { fillGaps } from '../../src-shared/domain/phrase-gaps.ts'
import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { phraseValues } from '../domain/phrases/values.ts'
import { toCsv } from '../domain/phrases/csv.ts'
import { currentCampaign } from './campaigns/current.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { deskLanguage } from './settings.ts'
import { unknownConversation } from './thread.ts'

/** Phrases that fit a query, in the customer's language, their variables filled with what is certain in this conversation. @throws AppError `not-found` */
export function findPhrases(engine: Engine, conversationId: string, query: string, limit: number, agentName: string): CallResult<'phrase.search'> {
  if (!engine.store.conversations.get(conversationId)) throw unknownConversation()
  return phrasesFor(engine, draftInput(engine, conversationId), query, limit, agentName)
}

/** The group of the campaign that runs stands before the rest. */
function onTop(phrases: readonly Phrase[], group: string | null): Phrase[] {
  const first = ({ group: { zh, en } }: Phrase): boolean => group !== null && (zh === group || en === group)
  return [...phrases.filter(first), ...phrases.filter((phrase) => !first(phrase))]
}

/** The same for any question; null where no customer has written yet. */
export function phrasesFor(engine: Engine, input: DraftInput | null, query: string, limit: number, agentName: string): CallResult<'phrase.search'> {
  const found = onTop(engine.phrases().search(query, engine.store.phrases.usage()), currentCampaign(engine)?.phraseGroup ?? null)
  const language: DeskLanguage = input ? (matterOf(input).language === 'zh' ? 'zh' : 'en') : deskLanguage(engine)
  const speaker = { agentName, shopName: engine.store.settings.read('shop', { name: { zh: '', en: '' } }).name }
  const valuesIn = { zh: phraseValues(input, speaker, 'zh'), en: phraseValues(input, speaker, 'en') }
  const hit = (phrase: Phrase): PhraseHit => {
    const own = phrase.text[language].trim() !== ''
    const spoken = own ? language : language === 'zh' ? 'en' : 'zh'
    return {
      id: phrase.id, scope: phrase.scope, code: phrase.code, title: inLanguage(phrase.title, deskLanguage(engine)), group: inLanguage(phrase.group, deskLanguage(engine)),
      text: fillGaps(phrase.text[spoken].trim(), valuesIn[spoken]), language: spoken, otherLanguage: !own, pictures: phrase.pictures,
    }
  }
  return { hits: found.slice(0, limit).map(hit), total: found.length }
}

/** Group by group as an agent keeps them: groups by name, the ones without at the end, codes within. */
function byGroup(a: Phrase, b: Phrase): number {
  const key = ({ group, code, id }: Phrase): string => [group.zh || group.en || '\uffff', code || '\uffff', id].join('\0')
  return key(a) < key(b) ? -1 : 1
}

/** All phrases as they are written, for the place where they are kept in order. */
export function listPhrases(engine: Engine, query: string, scope: PhraseScope | null, limit: number): CallResult<'phrase.list'> {
  const usage = engine.store.phrases.usage()
  const waiting = engine.store.phrases.waitingIds()
  const all = engine.phrases().search('', usage)
  const found = query.trim() === '' ? all.filter((phrase) => scope === null || phrase.scope === scope).sort(byGroup) : engine.phrases().search(query, usage, scope)
  const counts = { personal: 0, team: 0, shop: 0 }
  for (const phrase of all) counts[phrase.scope] += 1
  return {
    phrases: found.slice(0, limit).map((phrase) => ({ phrase, uses: usage.get(phrase.id)?.uses ?? 0, waiting: waiting.has(phrase.id) })),
    total: found.length, counts,
    groups: [...new Map(all.filter(({ group }) => group.zh || group.en).map(({ group }) => [JSON.stringify(group), group])).values()],
  }
}

/** The phrases of a scope (null: all) as CSV. */
export function exportPhrases(engine: Engine, scope: PhraseScope | null): string {
  return toCsv(listPhrases(engine, '', scope, Number.MAX_SAFE_INTEGER).phrases.map(({ phrase }) => phrase))
}
