import type { Lexicon } from '../domain/triage/index.ts'
import type { SenseParts } from '../domain/knowledge/index.ts'
import type { RulePack } from '../domain/guard/index.ts'
import { backtestTask } from './backtest/task.ts'
import { conformanceTask } from './conformance.ts'
import { corpusTask } from './corpus.ts'
import { dialoguesTask } from './dialogues.ts'
import { forbiddenTask } from './forbidden/task.ts'
import { guardRows } from './guard/index.ts'
import { coldTask, goemotionsTask } from './heads.ts'
import { intentsTask } from './intents.ts'
import { jddcTask } from './jddc.ts'
import { maskingRows } from './masking/index.ts'
import { knowledgeTask } from './knowledge.ts'
import { languageTask } from './languages.ts'
import { replayTask } from './replay.ts'
import { reviewsTask } from './reviews.ts'
import { simulationTask } from './simulation/task.ts'
import { speedTask, type Opening } from './speed.ts'
import type { Task } from './task.ts'
import { ussTask } from './uss.ts'

/** Everything that `npm run eval` measures, in the order of the table; what takes minutes comes last. */
export const tasksOf = (parts: { lexicon: Lexicon; messages: readonly string[]; opening: Opening; packs: readonly RulePack[]; project: string; senses: SenseParts }): Task[] => [
  corpusTask, dialoguesTask, jddcTask, ussTask, coldTask, goemotionsTask, reviewsTask, speedTask(parts.messages, parts.opening),
  { name: 'guard', run: () => guardRows(parts.packs) }, { name: 'masking', run: maskingRows }, conformanceTask, replayTask, forbiddenTask(parts.project), simulationTask(parts.project), backtestTask(parts.project, parts.messages), knowledgeTask(parts.project, parts.senses), intentsTask, languageTask(parts.lexicon),
]
