import path from 'node:path'
import { Senses, type SenseParts } from '../domain/knowledge/index/senses.ts'
import { hitFigures, openFind, openPlain, readAsked, split } from './knowledge-set.ts'
import type { Row, Task } from './task.ts'

/** Where the questions and articles stand, one folder a language. */
export const KNOWLEDGE_SETS = path.join('tests', 'fixtures', 'knowledge')

/** Are articles found by questions in other words? @param project the project's folder */
export function knowledgeTask(project: string, parts: SenseParts): Task {
  return {
    name: 'knowledge',
    run: () => (['zh', 'en'] as const).flatMap((language) => {
      const folder = path.join(project, KNOWLEDGE_SETS, language)
      const { held } = split(readAsked(folder))
      const [ours, plain] = [hitFigures(openFind(folder, new Senses(parts)), held), hitFigures(openPlain(folder), held)]
      const row = (figure: string, value: number, baseline: number, atLeast: number): Row => ({
        task: 'knowledge', data: `own questions, ${language}`, split: `${ours.questions} questions, two thirds of the articles`, figure, unit: 'share', value, baseline, best: '', target: { atLeast },
        note: 'articles and questions were written by others than the search, the questions with as few words of their article as could be; the questions of the first third of the articles were tuned on and are not counted; baseline: BM25 of whole articles',
      })
      return [row('the article is first', ours.first, plain.first, 0.8), row('the article is among the first five', ours.firstFive, plain.firstFive, 0.95)]
    }),
  }
}
