import type { PhraseHit } from '../../../src-shared/contract/phrases.ts'
import { toast } from '../../app/screen.ts'
import type { Desk } from '../../bridge/desk.ts'
import { addKept } from '../composer/parts.ts'

/** The pictures of a phrase that was inserted go into the reply; the person is told when there is no room for all. */
export function takePictures(desk: Desk, conversationId: string, { pictures }: PhraseHit): void {
  if (!addKept(desk, conversationId, pictures)) toast('said.picture-many', { tone: 'danger' })
}
