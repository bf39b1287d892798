import type { CopilotTurn, Extract } from '../../../src-shared/domain/copilot.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import { answerFromRecords, type Asked } from './answer-records.ts'
import { fittingPassages } from './fitting-passages.ts'
import { caseSource, lasted } from './record-sources.ts'
import type { QuestionKind } from './read-question.ts'
import type { ShownCase } from './records.ts'
import { WORDS } from './words.ts'

/** Passages quoted, and cases told. */
const MOST_EXTRACTS = 3
const MOST_CASES = 3
/** What the local answer may draw on. `words`: the question, with what it goes on from. */
export interface LocalQuestion extends Asked {
  kind: QuestionKind
  words: string
  hits: readonly KnowledgeHit[]
  cases: readonly ShownCase[]
}

type LocalAnswer = Pick<CopilotTurn, 'state' | 'text' | 'extracts'>

function tellCases({ cases, telling, sources }: LocalQuestion): string {
  const words = WORDS[telling.language]
  const zh = telling.language === 'zh'
  const settled = cases.filter(({ done }) => done !== '')
  if (settled.length === 0) return `${zh ? '有类似的会话，里面没有找到处理的话。' : 'There are conversations like this, but none holds an answer that settled it.'}${cases.slice(0, MOST_CASES).map((one) => ` [${sources.add(caseSource(one, telling))}]`).join('')}`
  return settled.slice(0, MOST_CASES).map((one) => {
    const end = one.disposition ? words.end[one.disposition] : zh ? '没写怎么结束' : 'end not told'
    const said = `${zh ? '当时答：' : 'we said: '}${one.done}`
    const outcome = `${end}${words.comma}${lasted(one.minutes, telling.language)}`
    return `${one.matter} → ${said}${zh ? `（${outcome}）` : ` (${outcome})`} [${sources.add(caseSource(one, telling))}]`
  }).join('\n')
}

/** The best passages as they stand, each with the sentence that answers marked. */
function extractsOf({ hits, words, sources }: LocalQuestion): Extract[] {
  return fittingPassages(hits, words).slice(0, MOST_EXTRACTS).map(({ article, text, span }) => {
    const n = sources.add({ kind: 'article', id: article.id, title: article.title, text, internal: article.audience === 'internal', messageId: null })
    return { n, text, spans: span ? [span] : [] }
  })
}

/**
 * Answers without a model: what records say, told from their fields; past cases as they went; else the passages that fit
 * best, word by word. `none` where nothing does; nothing is made up.
 */
export function answerLocally(question: LocalQuestion): LocalAnswer {
  const told = answerFromRecords(question.kind, question)
  if (told !== null) return { state: 'ready', text: told, extracts: [] }
  if (question.kind === 'cases' && question.cases.length > 0) return { state: 'ready', text: tellCases(question), extracts: [] }
  const extracts = extractsOf(question)
  return { state: extracts.length > 0 ? 'ready' : 'none', text: '', extracts }
}
