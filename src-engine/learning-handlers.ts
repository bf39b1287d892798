import type { LearningCalls } from '../src-shared/contract/learning.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { approveSuggestion, mergeSuggestions, rejectSuggestion, undoDecision } from './flows/decide-suggestion.ts'
import { listSuggestions } from './flows/list-suggestions.ts'
import { answerQuestion, dismissQuestion, listQuestions } from './flows/open-questions.ts'
import { readOwnFigures } from './flows/read-own-figures.ts'
import { readTeamFigures } from './flows/read-team-figures.ts'

const DONE = {}

/** What the window may do about learning from replies. */
export function learningHandlers(engine: Engine): Pick<Handlers, keyof LearningCalls> {
  return {
    'learning.figures': () => readOwnFigures(engine),
    'learning.team': ({ days }) => readTeamFigures(engine, days),
    'learning.suggestions': ({ decided }) => listSuggestions(engine, decided),
    'learning.approve': (params) => {
      approveSuggestion(engine, params)
      return DONE
    },
    'learning.reject': ({ id, never }) => {
      rejectSuggestion(engine, id, never)
      return DONE
    },
    'learning.merge': ({ id, into }) => {
      mergeSuggestions(engine, id, into)
      return DONE
    },
    'learning.undo': ({ id }) => {
      undoDecision(engine, id)
      return DONE
    },
    'learning.questions': (params) => listQuestions(engine, params),
    'learning.answer': (params) => {
      answerQuestion(engine, params)
      return DONE
    },
    'learning.dismiss': ({ id, dismissed }) => {
      dismissQuestion(engine, id, dismissed)
      return DONE
    },
  }
}
