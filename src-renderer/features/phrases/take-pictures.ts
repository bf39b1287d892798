import type { PhraseHit } from '../../../src-shared/contract/phrases.ts'
import { toast } from '../../app/screen.ts'

/** The pictures of a phrase that was inserted. The composer sends words only, so the person is told to add them. */
export function takePictures({ pictures, title, text }: PhraseHit): void {
  if (pictures.length > 0) toast('said.phrase.pictures', { name: title || text })
}
