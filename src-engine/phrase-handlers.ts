import type { Settings } from '../src-shared/contract/desk.ts'
import type { PhraseCalls } from '../src-shared/contract/phrases.ts'
import { readTableFile } from './adapters/table-file.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { exportPhrases, findPhrases, listPhrases } from './flows/find-phrases.ts'
import { importPhrases, previewImport } from './flows/import-phrases.ts'
import { removePhrase, savePhrase } from './flows/save-phrase.ts'

/** What the window may do with quick phrases. */
export function phraseHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof PhraseCalls> {
  return {
    'phrase.search': ({ conversationId, query, limit }) => findPhrases(engine, conversationId, query, limit, settings().agentName),
    'phrase.used': ({ id, at }) => {
      engine.store.phrases.use(id, at)
      return {}
    },
    'phrase.list': ({ query, scope, limit }) => listPhrases(engine, query, scope, limit),
    'phrase.save': ({ phrase }) => ({ phrase: savePhrase(engine, phrase) }),
    'phrase.remove': ({ id }) => {
      removePhrase(engine, id)
      return {}
    },
    'phrase.previewImport': async ({ bytes, scope }) => previewImport(engine, await readTableFile(bytes), scope),
    'phrase.import': async ({ bytes, scope, onConflict }) => importPhrases(engine, (await readTableFile(bytes)).rows, scope, onConflict),
    'phrase.export': ({ scope }) => ({ csv: exportPhrases(engine, scope) }),
  }
}
