import type { Article } from '../../src-shared/domain/article.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { Db } from './db/open.ts'

/** An article of this desk's own. */
export interface OwnArticle {
  article: Article
  /** Path of the file that it came from; null: written here. */
  source: string | null
  /** Heading in that file, numbered where it stands there more than once. */
  place: string | null
  /** Version that the file wrote last. */
  imported: number | null
  /** Version of the gateway's article in whose place it stands, as it was then; null: stands in for none. */
  base: number | null
  removed: boolean
  /** Milliseconds, gateway time. */
  updatedAt: number
}

export interface ArticleVersion { version: number; at: number; article: Article }

interface Row { body: string; source: string | null; place: string | null; imported: number | null; base: number | null; removed: number; updated_at: number }

const toOwn = (row: Row): OwnArticle =>
  ({ article: JSON.parse(row.body) as Article, source: row.source, place: row.place, imported: row.imported, base: row.base, removed: row.removed === 1, updatedAt: row.updated_at })

const COLUMNS = 'body, source, place, imported, base, removed, updated_at'

/** Articles written or brought in here; removed ones and all their versions stay, so that nothing is lost by a slip. */
export function createOwnArticleStore(db: Db) {
  return {
    /** Keeps it with its words as a version. Must run inside a transaction. */
    put({ article, source, place, imported, base, removed, updatedAt }: OwnArticle): void {
      const body = JSON.stringify(article)
      db.run(
        `INSERT INTO own_article (id, source, place, imported, base, removed, updated_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET source = excluded.source, place = excluded.place, imported = excluded.imported, base = excluded.base, removed = excluded.removed, updated_at = excluded.updated_at, body = excluded.body`,
        article.id, source, place, imported, base, removed ? 1 : 0, updatedAt, body,
      )
      db.run('INSERT OR IGNORE INTO own_article_version (article_id, version, at, body) VALUES (?, ?, ?, ?)', article.id, article.version, updatedAt, body)
    },
    setRemoved(id: string, removed: boolean, at: number): void {
      db.run('UPDATE own_article SET removed = ?, updated_at = ? WHERE id = ?', removed ? 1 : 0, at, id)
    },
    /** What its file points to from there, as written; stays when its words are edited. @returns whether that is another than before */
    setLinks(id: string, links: readonly string[]): boolean {
      return db.run('UPDATE own_article SET links = ? WHERE id = ? AND links <> ?', JSON.stringify(links), id, JSON.stringify(links)) > 0
    },
    /** Those that came from files and serve, the parts of a file in its order. */
    fromFiles: (): { id: string; title: LocalText; source: string; place: string; links: string[] }[] =>
      db.all<{ id: string; title: string; source: string; place: string | null; links: string }>("SELECT id, json_extract(body, '$.title') AS title, source, place, links FROM own_article WHERE removed = 0 AND source IS NOT NULL ORDER BY id")
        .map(({ id, title, source, place, links }) => ({ id, title: JSON.parse(title) as LocalText, source, place: place ?? '', links: JSON.parse(links) as string[] })),
    get(id: string): OwnArticle | null {
      const row = db.get<Row>(`SELECT ${COLUMNS} FROM own_article WHERE id = ?`, id)
      return row ? toOwn(row) : null
    },
    /** Those that serve. */
    all: (): OwnArticle[] => db.all<Row>(`SELECT ${COLUMNS} FROM own_article WHERE removed = 0 ORDER BY id`).map(toOwn),
    /** All that came from a file, removed ones too. */
    from: (source: string): OwnArticle[] => db.all<Row>(`SELECT ${COLUMNS} FROM own_article WHERE source = ? ORDER BY id`, source).map(toOwn),
    /** Newest first. */
    versions: (id: string): ArticleVersion[] =>
      db.all<{ version: number; at: number; body: string }>('SELECT version, at, body FROM own_article_version WHERE article_id = ? ORDER BY version DESC', id)
        .map(({ version, at, body }) => ({ version, at, article: JSON.parse(body) as Article })),
  }
}
export type OwnArticleStore = ReturnType<typeof createOwnArticleStore>
