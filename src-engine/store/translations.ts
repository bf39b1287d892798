import type { OwnWords, Translation } from '../../src-shared/contract/writing.ts'
import type { SettingsStore } from './settings.ts'

/**
 * Translations of messages, and what an agent wrote before their reply was translated; by message id. They are this desk's own, a
 * few words each, and lie among the small things by name: a log that is read anew has the same ids and finds them again.
 */
export function createTranslationStore(settings: SettingsStore) {
  return {
    /** @param to ISO 639-1 */
    of: (messageId: string, to: string): Translation | null => settings.read<Translation | null>(`translation ${messageId} ${to}`, null),
    keep: (messageId: string, to: string, translation: Translation): void => settings.write(`translation ${messageId} ${to}`, translation),
    ownWords: (messageId: string): OwnWords | null => settings.read<OwnWords | null>(`own-words ${messageId}`, null),
    keepOwnWords: (messageId: string, words: OwnWords): void => settings.write(`own-words ${messageId}`, words),
  }
}
export type TranslationStore = ReturnType<typeof createTranslationStore>
