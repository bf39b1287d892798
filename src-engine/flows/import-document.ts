import type { ImportedFile } from '../../src-shared/contract/knowledge.ts'
import { AppError } from '../../src-shared/errors.ts'
import { partsOfMarkdown, partsOfTable, type Part } from '../domain/knowledge/import/parts.ts'
import { planParts, type Step } from '../domain/knowledge/import/plan.ts'
import type { Engine } from './context.ts'
import { showArticles } from './save-article.ts'

/** A file's text with its headings, or the rows of its table. */
export type DocumentText = { kind: 'markdown'; text: string } | { kind: 'table'; rows: readonly { cells: readonly string[] }[] }

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** More than any manual has headings, few enough for one transaction. */
const MOST_PARTS = 10_000
/** Articles that are put into the index before messages have their turn. */
const SLICE = 8

function noColumns(): AppError {
  return new AppError({ code: 'document-columns', retryable: false, say: { zh: '没有找到“问题”和“答案”两列。', en: 'It has no columns “question” and “answer”.' } })
}

function tooMany(): AppError {
  return new AppError({ code: 'import-too-large', retryable: false, say: { zh: `一个文件最多分成 ${MOST_PARTS} 篇，请拆成几个。`, en: `One file makes at most ${MOST_PARTS} articles; please split it.` } })
}

function empty(): AppError {
  return new AppError({ code: 'document-empty', retryable: false, say: { zh: '里面没有文字。', en: 'There is no text in it.' } })
}

function partsOf(path: string, document: DocumentText): Part[] {
  const parts = document.kind === 'table' ? partsOfTable(document.rows) : partsOfMarkdown(document.text, path)
  if (!parts) throw noColumns()
  if (parts.length === 0) throw empty()
  if (parts.length > MOST_PARTS) throw tooMany()
  return parts
}

/** Brings one file in, in one transaction; what came from it before is brought up to date. @throws AppError `document-columns`, `document-empty` */
export async function importDocument(engine: Engine, path: string, document: DocumentText): Promise<ImportedFile> {
  const { store } = engine
  const parts = partsOf(path, document)
  const changed: string[] = []
  const count = { add: 0, update: 0, same: 0, remove: 0 }
  store.transaction(() => {
    const known = store.ownArticles.from(path).map((own) => ({
      ...own, written: store.ownArticles.versions(own.article.id).find(({ version }) => version === own.imported)?.article ?? null,
    }))
    for (const step of planParts(parts, known)) {
      count[step.kind] += 1
      const id = keep(engine, path, step)
      if (id !== null) changed.push(id)
    }
    store.audit.add(engine.clock.now(), 'articles-imported', '', `${count.add}+${count.update}-${count.remove}`)
  })
  await serve(engine, changed)
  return { added: count.add, updated: count.update, same: count.same, removed: count.remove }
}

/** @returns the article that changed */
function keep({ store, clock, newId }: Engine, source: string, step: Step): string | null {
  const at = clock.now()
  if (step.kind === 'same') return store.ownArticles.setLinks(step.id, step.part.links) ? step.id : null
  if (step.kind === 'remove') {
    store.ownArticles.setRemoved(step.id, true, at)
    return step.id
  }
  const id = step.kind === 'add' ? newId() : step.id
  const version = (store.ownArticles.versions(id)[0]?.version ?? 0) + 1
  store.ownArticles.put({ article: { ...step.words, id, version }, source, place: step.part.place, imported: version, base: store.shop.gatewayArticle(id)?.version ?? null, removed: false, updatedAt: at })
  store.ownArticles.setLinks(id, step.part.links)
  return id
}

/** A long manual comes into the index bit by bit: a customer who writes meanwhile is heard at once. */
async function serve(engine: Engine, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += SLICE) {
    for (const id of ids.slice(from, from + SLICE)) engine.knowledgeChanged(id)
    await turn()
  }
  if (ids.length > 0) showArticles(engine)
}
