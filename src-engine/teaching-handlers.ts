import type { Settings } from '../src-shared/contract/desk.ts'
import type { TeachingCalls } from '../src-shared/contract/teaching.ts'
import { readExampleTable } from './adapters/example-table.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { correctMessage, takeBackCorrection } from './flows/correct-message.ts'
import { labelledHistory, listLessons } from './flows/lessons.ts'
import { exportTopics, ownTopics, removeTopics, tryTopics, useTopics } from './flows/own-topics.ts'

/** What the window may do about correcting and teaching. */
export function teachingHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof TeachingCalls> {
  return {
    'teaching.correct': (params) => {
      correctMessage(engine, params, settings().agentName)
      return {}
    },
    'teaching.takeBack': ({ id }) => {
      takeBackCorrection(engine, id)
      return {}
    },
    'teaching.lessons': ({ limit }) => listLessons(engine, limit),
    'understanding.labels': () => labelledHistory(engine),
    'topics.get': () => ownTopics(engine),
    'topics.learn': async ({ fileName, bytes }) => tryTopics(engine, fileName, await readExampleTable(bytes)),
    'topics.use': ({ token }) => {
      useTopics(engine, token)
      return {}
    },
    'topics.remove': () => {
      removeTopics(engine)
      return {}
    },
    'topics.export': () => exportTopics(engine),
  }
}
