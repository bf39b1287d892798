import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { OwnTopicsReport } from '../../src-shared/contract/teaching.ts'

/** What the thread answers; null: too few topics. */
const Answer = z.object({ learned: z.object({ model: z.instanceof(Uint8Array), report: OwnTopicsReport }).nullable() })
type Learned = z.infer<typeof Answer>['learned']
interface Example { text: string; label: string | null }

/** Learns in a thread of its own, which ends afterwards: windows and line keep their turns. @param program the built thread */
export function createTopicLearner(program: URL): (examples: readonly Example[], usual: readonly string[]) => Promise<Learned> {
  return (examples, usual) => new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { examples, usual } })
    worker.once('message', (data) => {
      const answer = Answer.safeParse(data)
      if (answer.success) resolve(answer.data.learned)
      else reject(answer.error)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that learns topics ended without an answer')))
  })
}
