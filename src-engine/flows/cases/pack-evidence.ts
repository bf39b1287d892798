import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { EvidencePack } from '../../../src-shared/contract/cases.ts'
import { maskView } from '../../domain/cases/mask.ts'
import type { Engine } from '../context.ts'
import { deskState } from '../inbox.ts'
import { readCase } from './read-cases.ts'

/** What goes into the evidence pack of a case. Masked, unless the policy says that the platform may read everything. */
export function packEvidence(engine: Engine, { id, language }: CallParams<'case.evidence'>): EvidencePack {
  const { shop, timeZone } = deskState(engine)
  const masked = engine.store.shop.policies()[0]?.guard?.['maskEvidence'] !== false
  const whole = readCase(engine, id)
  // What the shop tells only its own people leaves it in no file.
  const view = { ...whole, articles: whole.articles.filter(({ audience }) => audience === 'customer') }
  return { language, view: masked ? maskView(view) : view, shop, madeAt: engine.clock.now(), masked, timeZone }
}
