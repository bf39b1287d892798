import { v7 as newId } from 'uuid'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import type { PhraseWords } from '../../../src-shared/domain/phrase.ts'
import { patchScreen } from '../../app/screen.ts'
import { createStore } from '../../ui/store.ts'

/** What the dialog shows: the list, one phrase being written, or an import. The list tells what was just done. */
export type ManagerView =
  | { at: 'list'; saved?: string; imported?: CallResult<'phrase.import'> }
  | { at: 'form'; phrase: PhraseWords; /** Not kept yet. */ isNew: boolean; /** Holds words that are nowhere else. */ changed: boolean }
  | { at: 'import' }

export const managerView = createStore<ManagerView>({ at: 'list' })

const HAN = /\p{Script=Han}/u

/** A phrase of the agent's own, still without an engine's word. @param text goes into the language that it is written in */
function newPhrase(text: string, pictures: readonly Attachment[]): PhraseWords {
  const empty = { zh: '', en: '' }
  return { id: newId(), scope: 'personal', code: '', group: empty, title: empty, text: { ...empty, [HAN.test(text) ? 'zh' : 'en']: text }, pictures: [...pictures] }
}

/** Opens the dialog, at the phrase that was being written when it was closed, if there is one. */
export function openPhrases(): void {
  managerView.set((now) => (now.at === 'form' && now.changed ? now : { at: 'list' }))
  patchScreen({ dialog: 'phrases' })
}

export const editPhrase = (phrase: PhraseWords): void => managerView.set({ at: 'form', phrase, isNew: false, changed: false })
export function writePhrase(text = '', pictures: readonly Attachment[] = []): void {
  managerView.set({ at: 'form', phrase: newPhrase(text, pictures), isNew: true, changed: text !== '' })
}

/** What the person types is kept here, so that closing the dialog by mistake costs nothing. */
export function changePhrase(change: Partial<PhraseWords>): void {
  managerView.set((now) => (now.at === 'form' ? { ...now, phrase: { ...now.phrase, ...change }, changed: true } : now))
}

/** Changes the pictures of the phrase that is being written, if it is still this one: keeping one takes a moment. */
export function changePictures(phraseId: string, change: (pictures: Attachment[]) => Attachment[]): void {
  const now = managerView.get()
  if (now.at === 'form' && now.phrase.id === phraseId) changePhrase({ pictures: change(now.phrase.pictures) })
}

/** The reply in the composer becomes a phrase with its pictures, once the person has looked at it. */
export function keepAsPhrase(text: string, pictures: readonly Attachment[]): void {
  writePhrase(text, pictures)
  patchScreen({ dialog: 'phrases' })
}
