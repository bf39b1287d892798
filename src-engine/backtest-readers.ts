import type { Resources } from './adapters/resources.ts'
import type { Readers } from './domain/backtest/index.ts'
import { loadPromiseTerms } from './drafting-files.ts'
import { openTriage } from './open-triage.ts'

/** Triage as it ships, and the terms that promises are read by. @param timeZone IANA zone of the shop @throws when one of the files is malformed */
export const backtestReaders = (resources: Resources, timeZone: string): Readers => ({ triage: openTriage(resources), place: { terms: loadPromiseTerms(resources), timeZone } })
