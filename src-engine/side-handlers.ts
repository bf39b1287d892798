import type { Settings } from '../src-shared/contract/desk.ts'
import type { SideCalls, SideView } from '../src-shared/contract/side.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { phrasesFor } from './flows/find-phrases.ts'
import { capture } from './flows/side/capture.ts'
import { choose, openLoose } from './flows/side/choose.ts'
import { checkCopy, noteCopied, overrideCopy } from './flows/side/copy.ts'
import { draftAgainLoose } from './flows/side/draft-loose.ts'
import { forgetAll } from './flows/side/keep.ts'
import { looseInput } from './flows/side/loose-question.ts'
import { keepMemo, shareMemo } from './flows/side/memo.ts'
import { publishSide, sideView } from './flows/side/view.ts'

/** What the side panel may ask. */
export function sideHandlers(engine: Engine, settings: () => Settings): Pick<Handlers, keyof SideCalls> {
  /** Captures one after the other: the one that was taken last is the one that is shown. */
  let captures: Promise<unknown> = Promise.resolve()
  const shown = (): { view: SideView } => {
    const view = sideView(engine)
    engine.publish({ kind: 'side', view })
    return { view }
  }
  return {
    'side.get': () => ({ view: sideView(engine) }),
    'side.capture': async (params) => {
      const taken = captures.then(() => capture(engine, params))
      captures = taken.catch(() => undefined)
      await taken
      return shown()
    },
    'side.choose': (params) => {
      choose(engine, params)
      return shown()
    },
    'side.open': (params) => {
      openLoose(engine, params)
      return shown()
    },
    'side.again': ({ looseId }) => {
      draftAgainLoose(engine, looseId)
      return {}
    },
    'side.check': (params) => ({ findings: checkCopy(engine, params) }),
    'side.override': (params) => {
      overrideCopy(engine, params)
      return {}
    },
    'side.copied': (params) => {
      noteCopied(engine, params, settings().agentName)
      return shown()
    },
    'side.keepMemo': (params) => {
      keepMemo(engine, params)
      return {}
    },
    'side.shareMemo': (params) => {
      const where = shareMemo(engine, params, settings().agentName)
      publishSide(engine)
      return { where }
    },
    'side.phrases': ({ looseId, query, limit }) => {
      const loose = looseId === null ? null : engine.store.loose.get(looseId)
      return phrasesFor(engine, loose ? looseInput(engine, loose) : null, query, limit, settings().agentName)
    },
    'side.forget': () => {
      forgetAll(engine)
      return shown()
    },
  }
}
