import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { MessageSquareQuote, SendHorizontal, WandSparkles } from 'lucide-react'
import type { StandsBy } from '../../../src-shared/contract/stands-by.ts'
import { gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import { report } from '../../app/do.ts'
import { back, focusComposer } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { phraseWishes } from '../../app/shortcuts.ts'
import { sendReply } from '../../bridge/actions.ts'
import { CallError } from '../../bridge/call-error.ts'
import type { Desk } from '../../bridge/desk.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { useMay } from '../../bridge/people.ts'
import { useDesk, useDeskState, useDraft, useRow, useSettings } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { count } from '../../ui/format.ts'
import { useStore } from '../../ui/store.ts'
import { lastCustomerSeq } from '../conversation/timeline.ts'
import { useInsertions } from '../copilot/insert.ts'
import { GapNote } from '../phrases/GapText.tsx'
import { adjust, takeAdjustments } from '../promises/adjustments.ts'
import { PromiseChips } from '../promises/PromiseChips.tsx'
import { PhraseList } from '../phrases/PhraseList.tsx'
import { usePhrases } from '../phrases/use-phrases.ts'
import { OwnWordsLine } from '../rewriting/OwnWordsLine.tsx'
import { RewriteMenu } from '../rewriting/RewriteMenu.tsx'
import { RewritePreview } from '../rewriting/RewritePreview.tsx'
import { rewriteList } from '../rewriting/ids.ts'
import { useRewriting } from '../rewriting/use-rewriting.ts'
import { rewriteWishes } from '../rewriting/wishes.ts'
import { ReviewNote } from '../team/reviews/ReviewNote.tsx'
import '../rewriting/rewriting.css'
import { BesideLine } from '../team/routing/BesideLine.tsx'
import { useSecondVoice } from '../team/routing/use-second-voice.ts'
import { messageCount } from './apart.ts'
import { DraftFoot } from './DraftFoot.tsx'
import { canRecall, ghostOf } from './ghost.ts'
import { GhostField, type FieldHandle } from './GhostField.tsx'
import { GuardLine } from './guard/GuardLine.tsx'
import { SendAnyway } from './guard/SendAnyway.tsx'
import { Stopped } from './guard/Stopped.tsx'
import { useGuard } from './guard/use-guard.ts'
import { REPLY_MAX, tooLongBy, TYPING_EVERY_MS } from './limits.ts'
import { changeParts, isKeeping, NO_PARTS, partsOf, readyPictures } from './parts.ts'
import { addPictures, pastedPictures } from './pictures/add-pictures.ts'
import { AddPictures } from './pictures/AddPictures.tsx'
import { PictureTray } from './pictures/PictureTray.tsx'
import { useFileDrop } from './pictures/use-file-drop.ts'
import { QuoteBar } from './quote/QuoteBar.tsx'
import { RunNote } from './RunNote.tsx'
import { meaningOf } from './send-key.ts'
import { SendKeyQuestion, useSendKeyAsked } from './SendKeyQuestion.tsx'
import { changeWords, saveWords, wordsOf } from './words.ts'
import { noteGone, noteSent, noteShown, noteTyped, writingOf } from './writing.ts'
import './composer.css'

/** Tells the customer's browser that somebody types, now and then. */
function useTyping(id: string): () => void {
  const desk = useDesk()
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < TYPING_EVERY_MS) return
    last.current = Date.now()
    void desk.client.call('typing', { conversationId: id }).catch(() => undefined)
  }
}

/** The engine stops words that looked well here (a policy that changed, a draft from before): marked now, and the next press says why. */
function lookAgain(desk: Desk, id: string, text: string): void {
  desk.client.call('reply.guard', { conversationId: id, text }).then(({ findings }) => changeWords(desk, id, { type: 'looked', checked: { id: `typed:${text}`, text, findings } }), report)
}

/** Sends what is in the field; a gap of a phrase is shown instead. The words come back if the engine did not take them and nothing else was typed meanwhile. */
function useSend(id: string, view: ThreadView, field: RefObject<FieldHandle | null>) {
  const desk = useDesk()
  const draft = useDraft(id)
  const settings = useSettings()
  const agentName = settings?.agentName ?? ''
  return (standsBy?: StandsBy) => {
    const words = wordsOf(desk, id).get()
    const parts = partsOf(desk, id).get()
    const attachments = readyPictures(parts)
    if ((words.text.trim() === '' && attachments.length === 0) || isKeeping(parts) || words.composing || tooLongBy(words.text) > 0) return
    const [gap] = gapsIn(words.text)
    if (gap) return field.current?.mark(gap.start, gap.end)
    const apart = settings?.apart !== false && messageCount(view.conversation.channel, { text: words.text, attachments }, view.messages) > 1
    const reply = { conversationId: id, text: words.text, attachments, quote: parts.quote, apart, basedOnSeq: lastCustomerSeq(view.messages), draftId: words.takenFrom, promises: takeAdjustments(desk, id), writing: writingOf(desk, id), ...(words.ownWords ? { ownWords: words.ownWords } : {}), ...(standsBy ? { standsBy } : {}), agentName }
    changeWords(desk, id, { type: 'sent', draftId: draft?.id ?? null })
    changeParts(desk, id, () => NO_PARTS)
    saveWords(desk, id)
    noteSent(desk, id)
    sendReply(desk, reply).catch((error: unknown) => {
      if (wordsOf(desk, id).get().text === '') {
        changeWords(desk, id, { type: 'reset', text: words.text })
        changeWords(desk, id, { type: 'translated', ownWords: words.ownWords })
      }
      changeParts(desk, id, (now) => (now === NO_PARTS ? parts : now))
      for (const said of reply.promises) adjust(desk, id, said, said.dueAt)
      if (error instanceof CallError && error.shape.code === 'reply-stopped') lookAgain(desk, id, words.text)
      report(error)
    })
  }
}

/** Where the agent writes. It names whom it writes to, shows the draft as ghost text, and keeps every word. */
export function Composer({ id, view }: { id: string; view: ThreadView }) {
  const { t, local, language } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const words = useStore(wordsOf(desk, id), (w) => w)
  const draft = useDraft(id)
  const settings = useSettings()
  const shop = useDeskState()?.shop
  const name = useRow(id)?.displayName ?? view.conversation.displayName
  const field = useRef<FieldHandle>(null)
  const [asked, markAsked] = useSendKeyAsked()
  const [asking, setAsking] = useState(false)
  const [writing, setWriting] = useState(false)
  const phrases = usePhrases(id, words, field)
  useInsertions(id, field)
  const ghost = phrases.asked ? '' : ghostOf(words, draft)
  const over = tooLongBy(words.text)
  const onTyping = useTyping(id)
  const send = useSecondVoice(id, useSend(id, view, field))
  const parts = useStore(partsOf(desk, id), (p) => p)
  const mayLead = useMay('lead')
  const guard = useGuard({ id, words, draft, ghost, field }, send)
  const rewriting = useRewriting({ id, words, placed: guard.own, field })
  const onFiles = (files: File[]) => addPictures(desk, id, files)
  const dropping = useFileDrop(onFiles)
  useEffect(() => () => { saveWords(desk, id); noteGone(desk, id) }, [desk, id])
  const readyId = draft?.state === 'ready' ? draft.id : null
  useEffect(() => { if (readyId) noteShown(desk, id, readyId) }, [desk, id, readyId])

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (rewriting.onKey(event) || phrases.onKey(event)) return
    const meaning = meaningOf(event, asked ? (settings?.sendWith ?? 'ctrl-enter') : null)
    if (meaning === 'other') return
    if (meaning === 'recall' && !canRecall(words)) return
    event.preventDefault()
    // A key held down means what it meant before: the Enter that opened this conversation does not send, the Esc that closed a list does not leave.
    if (event.repeat) return
    if (meaning === 'send') { setAsking(false); guard.trySend() }
    else if (meaning === 'ask') setAsking(true)
    else if (meaning === 'recall') changeWords(desk, id, { type: 'recall' })
    else if (ghost !== '' && draft) changeWords(desk, id, { type: 'dismiss', draftId: draft.id })
    else back()
  }
  const answered = () => { field.current?.focus(); setAsking(false) }
  const take = () => draft && changeWords(desk, id, { type: 'took', draftId: draft.id })
  const messages = settings?.apart === false ? 1 : messageCount(view.conversation.channel, { text: words.text, attachments: parts.pictures }, view.messages)
  const label = t('composer.to', { name, shop: shop ? local(shop) : '' })
  return (
    <section
      className="composer" aria-label={label}
      onPaste={(event) => {
        const pictures = pastedPictures(event.clipboardData)
        if (pictures.length === 0) return
        event.preventDefault()
        onFiles(pictures)
      }}
    >
      {dropping && <p className="drop-here">{t('pictures.drop', { name })}</p>}
      <BesideLine id={id} />
      <RunNote id={id} messages={view.messages} />
      {view.review && <ReviewNote shown={view.review} />}
      {asking && <SendKeyQuestion onDone={() => { markAsked(); answered() }} onLater={answered} />}
      {guard.isAsking && guard.stopped.length > 0 && (
        <Stopped
          act="send" findings={guard.stopped.map(({ finding }) => finding)} onCorrect={guard.putIn} onBack={guard.checkFirst} onWrite={() => field.current?.focus()}
          onAsk={() => guard.sendAnyway({ how: 'review' })} onOverride={mayLead ? (reason) => guard.sendAnyway({ how: 'override', reason }) : undefined}
        />
      )}
      {guard.isAsking && guard.stopped.length === 0 && <SendAnyway errors={guard.errors} onBack={guard.checkFirst} onWrite={() => field.current?.focus()} onSend={() => guard.sendAnyway()} />}
      <div className="composer-head">
        <p className="composer-to small one-line" title={label}>
          {t('composer.to.word')} <b><bdi>{name}</bdi></b> <span className="quiet">· {shop ? local(shop) : ''}</span>
        </p>
        <GuardLine field={field} text={words.text} placed={guard.own} />
        {/* On a line that is there anyway: a promise that is recognised while one types must not move the words. */}
        <PromiseChips id={id} text={words.text} onDropped={(name, undo) => toast('said.promise-dropped', { name, undo })} back={focusComposer} />
      </div>
      <QuoteBar id={id} quote={parts.quote} />
      <PictureTray id={id} pictures={parts.pictures} />
      <OwnWordsLine words={words.ownWords} onForget={() => { changeWords(desk, id, { type: 'translated', ownWords: null }); field.current?.focus() }} />
      <PhraseList phrases={phrases} />
      <RewriteMenu rewriting={rewriting} />
      <RewritePreview rewriting={rewriting} />
      <GhostField
        ref={field} label={label} text={words.text} ghost={ghost} draft={draft} placed={guard.placed} list={rewriteList(rewriting.menu) ?? phrases.list} onTake={take} onKey={onKey}
        onText={(text, caret) => { noteTyped(desk, id, text, wordsOf(desk, id).get().takenFrom !== null); rewriting.onText(); changeWords(desk, id, { type: 'type', text }); phrases.onText(text, caret); onTyping() }} onCaret={phrases.onCaret}
        onComposing={(on) => changeWords(desk, id, { type: 'compose', on })} onFocus={() => { setWriting(true); phrases.onFocus() }}
        onBlur={() => { setWriting(false); rewriting.onBlur(); phrases.onBlur(); saveWords(desk, id) }}
      />
      {over > 0 && <p className="too-long small" role="status" data-testid="too-long">{t('composer.long', { count: over, over: count(over, language), max: count(REPLY_MAX, language) })}</p>}
      <GapNote text={words.text} />
      <div className="composer-foot">
        <DraftFoot id={id} draft={draft} words={words} ghost={ghost} writing={writing} onUse={() => { take(); field.current?.replace(draft?.text ?? '') }} />
        <div className="composer-send">
          <Button
            className="rewrite-button" kind="bare" icon={<WandSparkles size={16} aria-hidden />} name={t('rewrite.open')} shortcut={keys.rewrite} data-testid="rewrite"
            onMouseDown={(event) => event.preventDefault()} onClick={() => rewriteWishes.dispatchEvent(new Event('rewrite'))}
          />
          <Button
            className="phrase-button" kind="bare" icon={<MessageSquareQuote size={16} aria-hidden />} name={t('phrases.open')} shortcut={keys.phrases} data-testid="phrases"
            onMouseDown={(event) => event.preventDefault()} onClick={() => { field.current?.focus(); phraseWishes.dispatchEvent(new Event('open')) }}
          />
          <AddPictures testId="picture-input" hint={t('pictures.add.hint')} onFiles={(files) => { onFiles(files); field.current?.focus() }} />
          <Button
            kind="primary" icon={<SendHorizontal size={14} aria-hidden />} data-testid="send" hint={messages > 1 ? t('send.apart', { name, count: messages }) : t('send.hint', { name })}
            shortcut={settings?.sendWith === 'enter' && asked ? 'Enter' : keys.send} disabled={(words.text.trim() === '' && parts.pictures.length === 0) || isKeeping(parts) || over > 0} onClick={() => { field.current?.focus(); guard.trySend() }}
          >
            {t('send')}
          </Button>
          {messages > 1 && <span className="send-count small quiet" aria-hidden data-testid="send-count">{t('send.apart.short', { count: messages })}</span>}
        </div>
      </div>
    </section>
  )
}
