import type { Settings } from '../src-shared/contract/desk.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'
import { draftAgain } from './flows/draft-reply.ts'
import { deskState, listInbox } from './flows/inbox.ts'
import { focusConversation } from './flows/lease.ts'
import { pauseAutopilot } from './flows/pause-autopilot.ts'
import { searchMessages } from './flows/search.ts'
import { onTheLine, releaseReply, sendReply, takeBackReply } from './flows/send-reply.ts'
import { dismissFlag, setStatus } from './flows/set-status.ts'
import { saveUnsent } from './flows/save-unsent.ts'
import { changeSettings } from './flows/settings.ts'
import { stopRun } from './flows/stop-run.ts'
import { currentDraft, readThread } from './flows/thread.ts'

export interface HandlerParts {
  engine: Engine
  /** Number of the last batch of patches, everything waiting included. */
  patchNumber(): number
  settings(): Settings
  /** The settings changed: model, theme and language may have to follow. */
  settingsChanged(): void
}

const DONE = {}

export function createHandlers({ engine, patchNumber, settings, settingsChanged }: HandlerParts): Handlers {
  return {
    'desk.open': () => {
      const n = patchNumber()
      return { n, state: deskState(engine), settings: settings(), rows: listInbox(engine) }
    },
    'thread.get': ({ conversationId, before, limit }) => readThread(engine, conversationId, before, limit),
    'conversation.focus': ({ conversationId }, session) => {
      session.focused = focusConversation(engine, session.focused, conversationId)
      return DONE
    },
    'conversation.setStatus': ({ conversationId, status }) => {
      setStatus(engine, conversationId, status)
      return DONE
    },
    'conversation.dismissFlag': ({ conversationId, dismissed }) => {
      dismissFlag(engine, conversationId, dismissed)
      return DONE
    },
    'reply.send': (params) => {
      sendReply(engine, params, settings().agentName)
      return DONE
    },
    'reply.release': ({ id, basedOnSeq }) => {
      releaseReply(engine, id, basedOnSeq)
      return DONE
    },
    'reply.takeBack': ({ id }) => ({ text: takeBackReply(engine, id) }),
    'unsent.save': (params) => ({ newer: saveUnsent(engine, params) }),
    'draft.again': ({ conversationId }) => {
      draftAgain(engine, conversationId)
      return DONE
    },
    'draft.get': ({ conversationId }) => ({ draft: currentDraft(engine, conversationId) }),
    'autopilot.undo': ({ runId }) => {
      const run = engine.store.runs.get(runId)
      if (run?.state === 'undo' && !stopRun(engine, run.conversationId, 'undone', 'by-person')) throw onTheLine()
      return DONE
    },
    'autopilot.pause': ({ paused }) => {
      pauseAutopilot(engine, paused)
      return DONE
    },
    'search.messages': ({ query, limit }) => ({ hits: searchMessages(engine, query, limit) }),
    'settings.set': (change) => {
      changeSettings(engine, change)
      settingsChanged()
      return settings()
    },
    typing: ({ conversationId }) => {
      engine.link.hint('typing', { conversationId })
      return DONE
    },
  }
}
