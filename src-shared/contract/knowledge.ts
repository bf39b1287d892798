import { z } from 'zod'
import { Article, ArticleHolds } from '../domain/article.ts'
import { LocalText, Millis } from '../domain/text.ts'

/** Largest file that is read for articles, in bytes. */
export const DOCUMENT_MAX_BYTES = 32 * 1024 * 1024

const ArticleId = z.string().min(1).max(400)
const ArticleVersionNumber = z.number().int().positive()

/** What a person writes of an article; the rest is the desk's. A title and a text in one language are enough. */
export const ArticleWords = Article.omit({ version: true }).extend({ id: ArticleId }).refine(
  ({ title, body, validFrom, validTo }) => (['zh', 'en'] as const).some((language) => title[language].trim() !== '' && body[language].trim() !== '') && (validFrom === undefined || validTo === undefined || validFrom < validTo),
)
export type ArticleWords = z.infer<typeof ArticleWords>

/** Where an article comes from: the shop's gateway, this desk, a file, or this desk in the place of the shop's. */
export const ArticleOrigin = z.enum(['gateway', 'own', 'file', 'override'])
export type ArticleOrigin = z.infer<typeof ArticleOrigin>

export const ListedArticle = z.object({
  id: z.string(), title: LocalText,
  /** The beginning of the text. */
  start: LocalText,
  audience: Article.shape.audience, origin: ArticleOrigin,
  /** File that it came from. */
  source: z.string().nullable(),
  /** Whether it holds today. */
  holds: ArticleHolds,
  /** The shop changed its article after this desk put its own version in its place. */
  shopChanged: z.boolean(),
})
export type ListedArticle = z.infer<typeof ListedArticle>

/** What became of one file. Nothing of it is lost: what the file no longer says is kept as a version. */
export const ImportedFile = z.object({ added: z.number().int(), updated: z.number().int(), same: z.number().int(), removed: z.number().int() })
export type ImportedFile = z.infer<typeof ImportedFile>

/** Two articles that say much the same. */
export const Duplicate = z.object({
  a: z.object({ id: z.string(), title: LocalText }), b: z.object({ id: z.string(), title: LocalText }),
  /** Share of the smaller one's word pairs that the other has too, 0..1. */
  share: z.number(),
  /** Sentences that are the same but for their figures. */
  contradictions: z.array(z.object({ a: z.string(), b: z.string() })),
})
export type Duplicate = z.infer<typeof Duplicate>

export const StaleReason = z.enum(['expired', 'never-cited', 'overruled'])
export type StaleReason = z.infer<typeof StaleReason>

/** An article that a person should look at. `cited`: drafts that quoted it; `sent`: of these, those that went out as they were. */
export const StaleArticle = z.object({ id: z.string(), title: LocalText, reasons: z.array(StaleReason).min(1), cited: z.number().int(), sent: z.number().int() })
export type StaleArticle = z.infer<typeof StaleArticle>

/** What the window may ask about the articles themselves. */
export const KNOWLEDGE_CALLS = {
  /** Best first with a query, else by title. `origin`, `audience` null, `holds`, `productId` absent: all; a product's are those that are limited to it. `products`: those that any article is limited to. */
  'article.list': {
    params: z.object({ query: z.string().max(200), origin: ArticleOrigin.nullable(), audience: Article.shape.audience.nullable(), holds: ArticleHolds.optional(), productId: z.string().max(200).optional(), limit: z.number().int().min(1).max(1000) }),
    result: z.object({ articles: z.array(ListedArticle), total: z.number().int(), counts: z.record(ArticleOrigin, z.number().int()), products: z.array(z.object({ id: z.string(), title: LocalText })) }),
  },
  /** null: it is not here. `shop`: the gateway's words where an own version stands in their place. Versions: newest first. */
  'article.get': {
    params: z.object({ id: ArticleId }),
    result: z.object({
      found: z.object({ article: Article, origin: ArticleOrigin, source: z.string().nullable(), shop: Article.nullable(), versions: z.array(z.object({ version: ArticleVersionNumber, at: Millis, article: Article })) }).nullable(),
      products: z.array(z.object({ id: z.string(), title: LocalText })),
    }),
  },
  /** New, changed, or (with the id of a gateway's article) in its place. Serves at once. */
  'article.save': { params: z.object({ article: ArticleWords }), result: z.object({ article: Article }) },
  /** An own article serves no more; the gateway's serves again where it stood in. One that is gone stays gone. */
  'article.remove': { params: z.object({ id: ArticleId }), result: z.object({}) },
  /** Brings words back that an own article had, also one that was removed. Refused `article-version-gone`. */
  'article.restore': { params: z.object({ id: ArticleId, version: ArticleVersionNumber }), result: z.object({ article: Article }) },
  /** Brings one file in; the same path again updates what came from it. `path` within the folder that was chosen. Refused `document-unreadable`, `document-empty`, `document-kind`, `document-scanned`, `import-too-large`. */
  'article.importFile': {
    params: z.object({ path: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= DOCUMENT_MAX_BYTES) }),
    result: ImportedFile,
  },
  /** The same with words that were pasted, as Markdown or plain text; the same name again updates. */
  'article.importText': { params: z.object({ name: z.string().trim().min(1).max(120), text: z.string().max(4_000_000) }), result: ImportedFile },
  /** What a person should look at: articles that say the same, or once said something that holds no more. */
  'article.review': { params: z.object({}), result: z.object({ duplicates: z.array(Duplicate), stale: z.array(StaleArticle) }) },
} as const
export type KnowledgeCalls = typeof KNOWLEDGE_CALLS
