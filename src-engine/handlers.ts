import type { CallParams, CallResult } from '../src-shared/contract/calls.ts'
import type { Settings } from '../src-shared/contract/desk.ts'
import { caseHandlers } from './case-handlers.ts'
import { commerceHandlers } from './commerce-handlers.ts'
import { copilotHandlers } from './copilot-handlers.ts'
import type { Handlers } from './door.ts'
import { checkModel, type ProbePort } from './flows/check-model.ts'
import type { Engine } from './flows/context.ts'
import { controlDemo } from './flows/control-demo.ts'
import { draftAgain } from './flows/draft-reply.ts'
import { dismissFlag } from './flows/dismiss-flag.ts'
import { deskState, listInbox } from './flows/inbox.ts'
import { focusConversation } from './flows/lease.ts'
import { setModelDown } from './flows/model-drill.ts'
import { cutNetwork, mendNetwork } from './flows/network-drill.ts'
import { pauseAutopilot } from './flows/pause-autopilot.ts'
import { recallReply } from './flows/recall-reply.ts'
import { relatedArticles } from './flows/related-articles.ts'
import { searchEverything } from './flows/search-everything.ts'
import { onTheLine, releaseReply, sendReply, takeBackReply } from './flows/send-reply.ts'
import { markOrder } from './flows/mark-order.ts'
import { readMood } from './flows/mood.ts'
import { saveUnsentParts } from './flows/save-unsent-parts.ts'
import { handBack } from './flows/hand-back.ts'
import { readSnoozeTimes, setSnooze } from './flows/set-snooze.ts'
import { setDisposition, setStatus } from './flows/set-status.ts'
import { deleteNote, saveNote } from './flows/write-note.ts'
import { saveUnsent } from './flows/save-unsent.ts'
import { changeSettings, type StoredModel } from './flows/settings.ts'
import { stopRun } from './flows/stop-run.ts'
import { draftingHandlers } from './drafting-handlers.ts'
import { autonomyHandlers } from './autonomy-handlers.ts'
import { autopilotHandlers } from './autopilot-handlers.ts'
import { learningHandlers } from './learning-handlers.ts'
import { knowledgeHandlers } from './knowledge-handlers.ts'
import { historyHandlers, type HistoryParts } from './history-handlers.ts'
import { phraseHandlers } from './phrase-handlers.ts'
import { policyHandlers } from './policy-handlers.ts'
import { morningHandlers } from './morning-handlers.ts'
import { resultsHandlers } from './results-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { sideHandlers } from './side-handlers.ts'
import { peopleHandlers, type TeamPlace } from './people-handlers.ts'
import { promiseHandlers } from './promise-handlers.ts'
import { routingHandlers } from './routing-handlers.ts'
import { channelHandlers } from './channel-handlers.ts'
import { teamHandlers } from './team-handlers.ts'
import { teachingHandlers } from './teaching-handlers.ts'
import { ratingHandlers } from './rating-handlers.ts'
import { shiftHandlers } from './shift-handlers.ts'
import { floorHandlers } from './floor-handlers.ts'
import { ticketHandlers } from './ticket-handlers.ts'
import { integrationHandlers } from './integration-handlers.ts'
import { shopHandlers } from './shop-handlers.ts'
import { traceHandlers } from './trace-handlers.ts'
import { understandingHandlers } from './understanding-handlers.ts'
import { workflowHandlers } from './workflow-handlers.ts'
import { writingHandlers } from './writing-handlers.ts'
import { currentDraft, readThread } from './flows/thread.ts'

export interface HandlerParts {
  engine: Engine
  /** Reads chat exports, and holds policies against them. */
  history: HistoryParts
  /** Number of the last batch of patches, everything waiting included. */
  patchNumber(): number
  settings(): Settings
  /** The settings changed: model, theme and language may have to follow. */
  settingsChanged(change: CallParams<'settings.set'>): void
  probe: ProbePort
  environmentModel: StoredModel | null
  /** Where this desk stands. */
  place(): Omit<CallResult<'desk.about'>, 'policies'>
  /** Which team's gateway it works with. */
  teamPlace: TeamPlace
  onError(thrown: unknown): void
}

const DONE = {}

export function createHandlers({ engine, history, patchNumber, settings, settingsChanged, probe, environmentModel, place, teamPlace, onError }: HandlerParts): Handlers {
  return {
    'desk.open': () => {
      const n = patchNumber()
      return { n, state: deskState(engine), settings: settings(), rows: listInbox(engine) }
    },
    'thread.get': ({ conversationId, before, limit }) => readThread(engine, conversationId, before, limit),
    'conversation.mood': ({ conversationId }) => readMood(engine, conversationId),
    'conversation.focus': ({ conversationId }, session) => {
      session.focused = focusConversation(engine, session.focused, conversationId)
      return DONE
    },
    'conversation.setStatus': ({ conversationId, status, snoozeUntil }) => ({ disposition: setStatus(engine, conversationId, status, settings().agentName, snoozeUntil) }),
    'conversation.setDisposition': ({ conversationId, disposition }) => {
      setDisposition(engine, conversationId, disposition)
      return DONE
    },
    'conversation.handBack': ({ conversationId }) => {
      handBack(engine, conversationId, settings().agentName)
      return DONE
    },
    'conversation.snooze': ({ conversationId, until }) => {
      setSnooze(engine, conversationId, until)
      return DONE
    },
    'snooze.times': ({ typed }) => readSnoozeTimes(engine, typed),
    'note.save': (params) => {
      saveNote(engine, params, settings().agentName)
      return DONE
    },
    'note.delete': ({ id }) => {
      deleteNote(engine, id)
      return DONE
    },
    'note.keep': ({ conversationId, text }) => {
      engine.store.notes.setUnsent(conversationId, text)
      return DONE
    },
    'order.mark': (params) => {
      markOrder(engine, params, settings().agentName)
      return DONE
    },
    'conversation.dismissFlag': ({ conversationId, dismissed }) => {
      dismissFlag(engine, conversationId, dismissed, settings().agentName)
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
    'reply.takeBack': ({ id }) => takeBackReply(engine, id),
    'reply.recall': async ({ id }) => {
      await recallReply(engine, id)
      return DONE
    },
    'picture.keep': ({ bytes, width, height }) => engine.attachments.keep(bytes, { width, height }),
    'unsent.saveParts': ({ conversationId, ...parts }) => {
      saveUnsentParts(engine, conversationId, parts)
      return DONE
    },
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
    'search.everything': (params) => searchEverything(engine, params),
    'article.related': (params) => relatedArticles(engine, params),
    'desk.about': () => ({ ...place(), policies: [...engine.store.shop.policies()] }),
    'model.check': (params) => checkModel(engine, params, environmentModel, probe),
    'settings.set': (change) => {
      changeSettings(engine, change)
      settingsChanged(change)
      return settings()
    },
    typing: ({ conversationId }) => {
      engine.link.hint('typing', { conversationId })
      return DONE
    },
    'demo.control': async (action) => {
      await controlDemo(engine, action)
      return DONE
    },
    'drill.network': ({ down, seconds }) => {
      if (down) cutNetwork(engine, seconds)
      else mendNetwork(engine)
      return DONE
    },
    'drill.model': ({ down }) => {
      setModelDown(engine, down)
      return DONE
    },
    ...learningHandlers(engine),
    ...autopilotHandlers(engine),
    ...autonomyHandlers(engine, settings),
    ...peopleHandlers(engine, teamPlace),
    ...teamHandlers(engine),
    ...routingHandlers(engine),
    ...channelHandlers(engine),
    ...reviewHandlers(engine),
    ...ticketHandlers(engine),
    ...shiftHandlers(engine),
    ...ratingHandlers(engine),
    ...floorHandlers(engine),
    ...shopHandlers(engine),
    ...integrationHandlers(engine),
    ...caseHandlers(engine),
    ...commerceHandlers(engine),
    ...copilotHandlers(engine, onError),
    ...knowledgeHandlers(engine),
    ...historyHandlers(history),
    ...phraseHandlers(engine, settings),
    ...policyHandlers(engine, settings),
    ...sideHandlers(engine, settings),
    ...promiseHandlers(engine),
    ...resultsHandlers(engine),
    ...morningHandlers(engine),
    ...teachingHandlers(engine, settings),
    ...draftingHandlers(engine),
    ...traceHandlers(engine),
    ...understandingHandlers(engine, settings),
    ...workflowHandlers(engine, settings),
    ...writingHandlers(engine),
  }
}
