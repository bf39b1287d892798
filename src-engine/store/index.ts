import { createCaseOutcomeStore } from './case-outcomes.ts'
import { createAfterSaleStore } from './after-sale-cases.ts'
import { createCaseStore } from './cases.ts'
import { createCheckedStore } from './checked.ts'
import { createCommandStore } from './commands.ts'
import { createCorrectionStore } from './corrections.ts'
import { createConversationStore } from './conversations.ts'
import { createCopilotStore } from './copilot.ts'
import type { Db } from './db/open.ts'
import { createDecisionStore } from './decisions.ts'
import { createDraftStore } from './drafts.ts'
import { createEffectStore } from './effects.ts'
import { createFinderStore } from './finder.ts'
import { createFollowUpStore } from './follow-ups.ts'
import { createHoldStore } from './holds.ts'
import { createHistoryStore } from './history.ts'
import { createJobStore } from './jobs.ts'
import { createLooseStore } from './loose.ts'
import { createLearnedStore } from './learned.ts'
import { createMessageStore } from './messages.ts'
import { createNoteStore } from './notes.ts'
import { createQuestionStore } from './open-questions.ts'
import { createOutcomeStore } from './outcomes.ts'
import { createOutboxStore } from './outbox.ts'
import { createOwnArticleStore } from './own-articles.ts'
import { createPhraseStore } from './phrases.ts'
import { createReadMarkStore } from './read-marks.ts'
import { createResolutionStore } from './resolutions.ts'
import { createRunStore } from './runs.ts'
import { createSharedStore } from './shared.ts'
import { createSettingsStore } from './settings.ts'
import { createShopStore } from './shop.ts'
import { createSuggestionStore } from './suggestions.ts'
import { createTaughtStore } from './taught.ts'
import { createTraceStore } from './traces.ts'
import { createTranslationStore } from './translations.ts'
import { createUnsentPartsStore } from './unsent-parts.ts'
import { createUsageStore } from './usage.ts'
import { createVectorStore } from './vectors.ts'
import { createWorkflowStore } from './workflows.ts'
import { createWorkflowRunStore } from './workflow-runs.ts'

/** All of the desk's tables. `transaction` is the only way to change several at once. */
export function createStore(db: Db) {
  const settings = createSettingsStore(db)
  const finder = createFinderStore(db)
  const shop = createShopStore(db, finder)
  const phrases = createPhraseStore(db)
  const traces = createTraceStore(db)
  const effects = createEffectStore(db)
  const afterSales = createAfterSaleStore(db)
  const workflows = createWorkflowStore(db)
  const shared = createSharedStore(db)
  return {
    transaction: <T>(work: () => T): T => db.transaction(work),
    /** One transaction for what the gateway keeps: after a power cut it may be undone, cursor and all, and is pulled again. */
    transactionOfLog: <T>(work: () => T): T => db.transactionUnsynced(work),
    close: (): void => db.close(),
    settings,
    translations: createTranslationStore(settings),
    finder,
    conversations: createConversationStore(db, finder),
    messages: createMessageStore(db),
    drafts: createDraftStore(db),
    effects,
    afterSales,
    shared,
    traces,
    usage: createUsageStore(db),
    vectors: createVectorStore(db),
    outbox: createOutboxStore(db),
    commands: createCommandStore(db),
    jobs: createJobStore(db),
    runs: createRunStore(db),
    decisions: createDecisionStore(db),
    holds: createHoldStore(db),
    workflows,
    workflowRuns: createWorkflowRunStore(db),
    notes: createNoteStore(db),
    loose: createLooseStore(db),
    followUps: createFollowUpStore(db),
    resolutions: createResolutionStore(db),
    shop,
    ownArticles: createOwnArticleStore(db),
    phrases,
    corrections: createCorrectionStore(db),
    checked: createCheckedStore(db),
    cases: createCaseStore(db),
    history: createHistoryStore(db),
    caseOutcomes: createCaseOutcomeStore(db),
    copilot: createCopilotStore(db),
    taught: createTaughtStore(db),
    outcomes: createOutcomeStore(db),
    suggestions: createSuggestionStore(db),
    learned: createLearnedStore(db),
    questions: createQuestionStore(db),
    readMarks: createReadMarkStore(db),
    unsentParts: createUnsentPartsStore(db),
    unsent: {
      get: (conversationId: string): string => db.get<{ text: string }>('SELECT text FROM unsent WHERE conversation_id = ?', conversationId)?.text ?? '',
      set(conversationId: string, text: string): void {
        if (text === '') db.run('DELETE FROM unsent WHERE conversation_id = ?', conversationId)
        else db.run('INSERT INTO unsent (conversation_id, text) VALUES (?, ?) ON CONFLICT (conversation_id) DO UPDATE SET text = excluded.text', conversationId, text)
      },
    },
    audit: {
      /** `ref` and `detail` are ids and codes, never words of a person. */
      add(at: number, what: string, ref: string, detail = ''): void {
        db.run('INSERT INTO audit (at, what, ref, detail) VALUES (?, ?, ?, ?)', at, what, ref, detail)
      },
      count: (what: string): number => db.get<{ n: number }>('SELECT count(*) AS n FROM audit WHERE what = ?', what)?.n ?? 0,
    },
    /** Forgets what came from the gateway (a snapshot of another log follows); own words, settings and waiting replies stay. */
    forgetLog(): void {
      db.transaction(() => {
        for (const table of ['message', 'message_index', 'customer', 'shop_order', 'article', 'product', 'policy', 'job', 'read_mark', 'case_outcome']) db.exec(`DELETE FROM ${table}`)
        shop.forget()
        phrases.forgetShared()
        traces.forget()
        effects.forgetLog()
        afterSales.forgetLog()
        shared.forgetLog()
        workflows.forgetLog()
        // What a person said of an end and the gateway has not heard yet is nowhere else.
        db.exec(`DELETE FROM resolution WHERE id NOT IN (SELECT id FROM command WHERE call = 'status'
                   UNION SELECT json_extract(params, '$.resolutionId') FROM command WHERE call = 'disposition')`)
        // A note that still waits to be sent is nowhere else.
        db.exec("DELETE FROM note WHERE id NOT IN (SELECT json_extract(params, '$.noteId') FROM command WHERE call = 'note')")
        db.exec('DELETE FROM note_index WHERE rowid NOT IN (SELECT rowid FROM note)')
        // So is a promise, or a change of one.
        db.exec("DELETE FROM follow_up WHERE id NOT IN (SELECT id FROM command WHERE call = 'followUp' UNION SELECT json_extract(params, '$.followUpId') FROM command WHERE call = 'changeFollowUp')")
        // Where a person's own words still lie, the place to find them stays, whether the log knows it or not.
        const kept = ['outbox', 'unsent', 'unsent_parts', 'unsent_note', 'note'].map((table) => `SELECT conversation_id FROM ${table}`).join(' UNION ')
        const wished = "SELECT json_extract(params, '$.conversationId') FROM command WHERE json_extract(params, '$.conversationId') IS NOT NULL"
        db.exec(`DELETE FROM conversation WHERE id NOT IN (${kept} UNION ${wished})`)
        db.exec('DELETE FROM copilot_turn WHERE conversation_id NOT IN (SELECT id FROM conversation)')
        finder.forgetGone()
        db.exec("UPDATE conversation SET last_seq = 0, last_customer_seq = 0, last_desk_seq = 0, last_line = '', waiting_since = NULL, person_waiting_since = NULL, person_involved = 0, automatic_replies = 0, last_customer_at = 0, since_seq = 0, hand_back = NULL, state = '{}'")
      })
    },
  }
}
export type Store = ReturnType<typeof createStore>
