import { z } from 'zod'
import { Attachment } from '../domain/attachment.ts'
import { Id } from '../domain/message.ts'
import { Phrase, PhraseScope, PhraseWords } from '../domain/phrase.ts'
import { DeskLanguage, Millis } from '../domain/text.ts'

/** Largest file that is read as an import, in bytes. */
export const IMPORT_MAX_BYTES = 8 * 1024 * 1024

/** A phrase as the list above the composer shows it: in the customer's language, with this conversation's facts put in. */
export const PhraseHit = z.object({
  id: z.string(), scope: PhraseScope, code: z.string(),
  /** In the language of the screen; '' for none. */
  title: z.string(), group: z.string(),
  /** Ready to be inserted; variables without a value still stand in it as `{name}`. */
  text: z.string(),
  language: DeskLanguage,
  /** There is no text in the customer's language: this is the other one. */
  otherLanguage: z.boolean(),
  pictures: z.array(Attachment),
})
export type PhraseHit = z.infer<typeof PhraseHit>

/** A phrase as the list of all phrases shows it. */
export const ListedPhrase = z.object({
  phrase: Phrase,
  uses: z.number().int().nonnegative(),
  /** Changed here, and the gateway has not heard of it yet. */
  waiting: z.boolean(),
})
export type ListedPhrase = z.infer<typeof ListedPhrase>

/** What becomes of a row whose code another phrase of the scope has. */
export const OnConflict = z.enum(['keep-both', 'replace', 'skip'])
export type OnConflict = z.infer<typeof OnConflict>

/** Why a row of a file is not taken. */
export const RowProblem = z.object({
  /** Of the file, from 1, the header included. */
  line: z.number().int().positive(),
  reason: z.enum(['no-text', 'too-long', 'quotes', 'repeated']),
  /** The row's own beginning, to find it by. */
  words: z.string(),
})
export type RowProblem = z.infer<typeof RowProblem>

/** Counts of rows by what an import would do with them, and the rows that a person should look at. */
export const ImportPreview = z.object({
  format: z.enum(['qianniu', 'feige', 'table']),
  /** Label of the WHATWG encoding standard, or `xlsx`. */
  encoding: z.string(),
  added: z.number().int(), same: z.number().int(), updated: z.number().int(),
  conflicts: z.array(z.object({ line: z.number().int(), code: z.string(), theirs: z.string(), ours: z.string() })),
  problems: z.array(RowProblem),
  /** The first new ones, to see whether the columns were understood. */
  sample: z.array(z.object({ code: z.string(), group: z.string(), title: z.string(), text: z.string() })),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const File = z.object({ fileName: z.string().max(300), bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= IMPORT_MAX_BYTES), scope: PhraseScope })

/** What the window may ask about quick phrases. */
export const PHRASE_CALLS = {
  /** Best first; '' gives those used most. `total`: how many fit, also beyond `limit`. */
  'phrase.search': {
    params: z.object({ conversationId: Id, query: z.string().max(100), limit: z.number().int().min(1).max(50) }),
    result: z.object({ hits: z.array(PhraseHit), total: z.number().int() }),
  },
  /** Counted once per moment, however often it is told. `at`: this machine's clock. */
  'phrase.used': { params: z.object({ id: z.string().max(64), at: Millis }), result: z.object({}) },
  /** null: every scope. Without a query by group and code, else best first. */
  'phrase.list': {
    params: z.object({ query: z.string().max(100), scope: PhraseScope.nullable(), limit: z.number().int().min(1).max(1000) }),
    result: z.object({ phrases: z.array(ListedPhrase), total: z.number().int(), counts: z.record(PhraseScope, z.number().int()), groups: z.array(z.object({ zh: z.string(), en: z.string() })) }),
  },
  /** New or changed, by id. Refused `phrase-code-taken`, `phrase-shared` (a shared one cannot become personal). */
  'phrase.save': { params: z.object({ phrase: PhraseWords }), result: z.object({ phrase: Phrase }) },
  'phrase.remove': { params: z.object({ id: z.string().max(64) }), result: z.object({}) },
  /** Reads a file and says what it would do; nothing is changed. Refused `import-unreadable`, `import-too-large`, `import-columns`. */
  'phrase.previewImport': { params: File, result: ImportPreview },
  /** Does it. The same file again finds everything there. */
  'phrase.import': { params: File.extend({ onConflict: OnConflict }), result: z.object({ added: z.number().int(), updated: z.number().int(), skipped: z.number().int() }) },
  /** All phrases of a scope (null: of all) as CSV, which the same import reads. */
  'phrase.export': { params: z.object({ scope: PhraseScope.nullable() }), result: z.object({ csv: z.string() }) },
} as const
export type PhraseCalls = typeof PHRASE_CALLS
