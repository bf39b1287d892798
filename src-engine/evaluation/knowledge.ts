import path from 'node:path'
import { Senses, type SenseParts } from '../domain/knowledge/index/senses.ts'
import { hitFigures, openFind, openPlain, readAsked, split } from './knowledge-set.ts'
import type { Row, Task } from './task.ts'

/** Where the questions and articles stand, one folder a language. */
export const KNOWLEDGE_SETS = path.join('tests', 'fixtures', 'knowledge')

const SETS = [
  { set: 'asked', data: 'own questions', told: 'the questions as customers ask, without a content word of the title', aims: true },
  { set: 'oblique', data: 'own oblique questions', told: 'the questions with as few words of their article as could be', aims: false },
] as const

/** Are articles found by questions in other words? @param project the project's folder */
export function knowledgeTask(project: string, parts: SenseParts): Task {
  return {
    name: 'knowledge',
    run: () => (['zh', 'en'] as const).flatMap((language) => {
      const folder = path.join(project, KNOWLEDGE_SETS, language)
      const [find, findPlain] = [openFind(folder, new Senses(parts)), openPlain(folder)]
      return SETS.flatMap(({ set, data, told, aims }) => {
        const { held } = split(readAsked(folder, set), set)
        const [ours, plain] = [hitFigures(find, held), hitFigures(findPlain, held)]
        const row = (figure: string, value: number, baseline: number, atLeast: number): Row => ({
          task: 'knowledge', data: `${data}, ${language}`, split: `${ours.questions} questions`, figure, unit: 'share', value, baseline, best: '', target: aims ? { atLeast } : null,
          note: `articles and questions were written by others than the search, ${told}; questions about other articles were tuned on and are not counted; baseline: BM25 of whole articles`,
        })
        return [row('the article is first', ours.first, plain.first, 0.8), row('the article is among the first five', ours.firstFive, plain.firstFive, 0.95)]
      })
    }),
  }
}
