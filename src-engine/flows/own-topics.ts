import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { OwnTopicsReport } from '../../src-shared/contract/teaching.ts'
import { AppError } from '../../src-shared/errors.ts'
import { createClassifier, parseClassifier } from '../domain/classify/model.ts'
import { readExamples, writeExamples, type OwnExample } from '../domain/own-topics/examples.ts'
import { OWN_AT } from '../domain/own-topics/learn.ts'
import type { Engine } from './context.ts'
import type { AboutTopics } from './taught.ts'

/** Newest customer messages that a preview is made of. */
const SAMPLE = 20

/** What was learned and is not in use. */
export interface TriedTopics {
  token: string
  model: Uint8Array
  about: Omit<AboutTopics, 'usedSince'>
}

function noColumns(): AppError {
  return new AppError({
    code: 'examples-columns', retryable: false,
    say: { zh: '没有找到“内容”和“主题”两列，什么都没有改动。请让表头里有“内容”（客户原话）和“主题”。', en: 'No columns “text” and “label” were found; nothing was changed. The header needs both: the customer’s words, and the topic.' },
  })
}

function tooFew(): AppError {
  return new AppError({
    code: 'examples-few', retryable: false,
    say: { zh: '至少要有两个主题，每个主题至少两条例句。什么都没有改动。', en: 'At least two topics with two examples each are needed. Nothing was changed.' },
  })
}

const forgotten = (): AppError => new AppError({
  code: 'topics-forgotten', retryable: false, say: { zh: '这次学到的内容已经不在了，请重新选一次文件。', en: 'What was learned is gone. Please choose the file again.' },
})

/** Learns a table of examples beside what is in use. @throws AppError `examples-columns`, `examples-few` */
export async function tryTopics(engine: Engine, fileName: string, rows: Parameters<typeof readExamples>[0]): Promise<CallResult<'topics.learn'>> {
  const read = readExamples(rows)
  if (!read) throw noColumns()
  const learned = await engine.learnTopics(read.examples, engine.taught.guardLines().map(({ text }) => text))
  if (!learned) throw tooFew()
  const { model, report } = learned
  const token = engine.newId()
  engine.live.triedTopics = { token, model, about: { fileName, report, examples: read.examples } }
  const classify = createClassifier(parseClassifier(model), OWN_AT)
  const sample = engine.store.messages.newestOfCustomers(SAMPLE).map(({ message: { text } }) => ({ text, label: classify(text).label }))
  return { token, report, problems: read.problems, sample }
}

/** Takes what was learned last into use: from the next message on. @throws AppError `topics-forgotten` */
export function useTopics(engine: Engine, token: string): void {
  const tried = engine.live.triedTopics
  if (tried?.token !== token) throw forgotten()
  const about: AboutTopics = { ...tried.about, usedSince: engine.clock.now() }
  engine.store.transaction(() => {
    engine.store.taught.write('own-topics', tried.model, JSON.stringify(about))
    engine.store.audit.add(engine.clock.now(), 'own-topics-used', '', String(about.report.topics.length))
  })
  engine.live.triedTopics = null
  changed(engine)
}

export function removeTopics(engine: Engine): void {
  engine.store.transaction(() => {
    engine.store.taught.remove('own-topics')
    engine.store.audit.add(engine.clock.now(), 'own-topics-removed', '')
  })
  changed(engine)
}

function changed(engine: Engine): void {
  engine.taught.changed()
  engine.publish({ kind: 'taught', refused: null })
}

const NO_REPORT: OwnTopicsReport = { examples: 0, right: 0, topics: [], leftOut: [] }

/** The own topics in use. One that cannot be read is named and skipped. */
export function ownTopics(engine: Engine): CallResult<'topics.get'> {
  const model = engine.taught.ownModel()
  if (!model) return { topics: null }
  const { fileName = '', usedSince = 0, report = NO_REPORT } = model.about ?? {}
  return { topics: { fileName, usedSince, report, broken: model.find === null } }
}

export function exportTopics(engine: Engine): CallResult<'topics.export'> {
  const examples: readonly OwnExample[] = engine.taught.ownModel()?.about?.examples ?? []
  return { csv: writeExamples(examples) }
}
