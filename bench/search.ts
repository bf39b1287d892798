import path from 'node:path'
import { searchMessages } from '../src-engine/flows/search.ts'
import { openDatabase } from '../src-engine/store/db/open.ts'
import { userPlaces } from '../src-main/places.ts'
import { openDesk } from '../tests/support/desk.ts'
import { MemoryGateway } from '../tests/support/memory-gateway.ts'
import { SQLITE_BINDING } from './desk/places.ts'
import { preparedDesk } from './desk/prepared.ts'
import { ensure, type Measure, type Outcome } from './measure.ts'
import { compare, interleave, median, type Samples } from './stats.ts'

const RUNS = 7
const WARM_UPS = 2
/** As many hits as the window asks for. */
const LIMIT = 50
/** Two words each: from such that thousands of lines hold to such that a few do. English ones are whole words, which LIKE finds as well. */
const QUERIES = {
  zh: ['杭州 退货', '物流 成都', '税号 发票', '报关单 海关', '保修 键盘', '催促 顺丰'],
  en: ['tracking delivered', 'earbuds charging', 'customs parcel', 'invoice vat', 'kettle scratch', 'hub lyon'],
}

type Find = (query: string) => string[]

/** A search is too short to be timed once. */
const SEARCHES = 10

/** Milliseconds a query, on average over all of them, each asked `times` times. */
function timed(find: Find, queries: readonly string[], times: number): number {
  const began = performance.now()
  for (let time = 0; time < times; time++) for (const query of queries) find(query)
  return (performance.now() - began) / queries.length / times
}

/** Both find the same messages in the same order, and something at all. */
function checkHits(find: Find, scan: Find, queries: readonly string[]): number {
  let hits = 0
  for (const query of queries) {
    const found = find(query)
    ensure(found.join() === scan(query).join(), `the same hits for "${query}" as a scan finds`)
    hits += found.length
  }
  ensure(hits > 0, 'hits')
  return hits
}

export const search: Measure = {
  name: 'search', title: 'two words among 100,000 messages (the slower of zh and en)', baseline: 'a LIKE scan of the same table', unit: 'ms', compare: 'ratio',
  async run() {
    const prepared = await preparedDesk()
    const dir = userPlaces(prepared.userData).desk
    const raw = openDatabase({ file: path.join(dir, 'desk.db'), key: prepared.keys.desk, binding: SQLITE_BINDING })
    const desk = openDesk(new MemoryGateway(), { dir, key: prepared.keys.desk })
    try {
      const find: Find = (query) => searchMessages(desk.engine, query, LIMIT).map((hit) => hit.messageId)
      const scan: Find = (query) => {
        const words = query.split(' ').map((word) => `%${word}%`)
        return raw.all<{ id: string }>(`SELECT * FROM message WHERE text LIKE ? AND text LIKE ? ORDER BY at DESC LIMIT ${LIMIT}`, ...words).map((row) => row.id)
      }
      const seen: { samples: Samples; note: string }[] = []
      for (const [language, queries] of Object.entries(QUERIES)) {
        const hits = checkHits(find, scan, queries)
        const samples = await interleave(RUNS, WARM_UPS, () => timed(scan, queries, 1), () => timed(find, queries, SEARCHES))
        seen.push({ samples, note: `${language}: ${queries.length} queries, ${hits} hits alike; ${median(samples.measured).toFixed(2)} ms against ${median(samples.baseline).toFixed(1)} ms` })
      }
      const [slower] = seen.map(({ samples }) => samples).sort((a, b) => compare(b, 'ratio').median - compare(a, 'ratio').median)
      return { ...(slower as Samples), notes: seen.map(({ note }) => note) } satisfies Outcome
    } finally {
      desk.kill()
      raw.close()
      prepared.remove()
    }
  },
}
