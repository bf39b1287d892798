import type { Article } from '../../src-shared/domain/article.ts'
import type { LearnedAnswer } from '../../src-shared/domain/learning.ts'
import type { Db } from './db/open.ts'

/** Approved answers. Its articles stand beside those of the log, see `ShopStore.articles`. */
export function createLearnedStore(db: Db) {
  return {
    put(answer: LearnedAnswer, article: Article | null): void {
      db.run('INSERT OR REPLACE INTO learned (id, kind, body, article) VALUES (?, ?, ?, ?)', answer.id, answer.kind, JSON.stringify(answer), article && JSON.stringify(article))
    },
    remove(id: string): void {
      db.run('DELETE FROM learned WHERE id = ?', id)
    },
    all: (): LearnedAnswer[] => db.all<{ body: string }>('SELECT body FROM learned ORDER BY id').map((row) => JSON.parse(row.body) as LearnedAnswer),
  }
}
