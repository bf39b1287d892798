import { v7 as newKey } from 'uuid'
import { report } from '../../../app/do.ts'
import { toast } from '../../../app/screen.ts'
import type { Desk } from '../../../bridge/desk.ts'
import { changeParts, MAX_PICTURES, partsOf } from '../parts.ts'
import { PictureProblem, preparePicture } from './prepare.ts'

async function addOne(desk: Desk, conversationId: string, file: File): Promise<void> {
  const key = newKey()
  changeParts(desk, conversationId, (parts) => ({ ...parts, pictures: [...parts.pictures, { key, attachment: null }] }))
  try {
    const attachment = await desk.client.call('picture.keep', await preparePicture(file))
    changeParts(desk, conversationId, (parts) => ({ ...parts, pictures: parts.pictures.map((p) => (p.key === key ? { key, attachment } : p)) }))
  } catch (error) {
    changeParts(desk, conversationId, (parts) => ({ ...parts, pictures: parts.pictures.filter((p) => p.key !== key) }))
    if (error instanceof PictureProblem) toast(`said.picture-${error.why}`, { tone: 'danger' })
    else report(error)
  }
}

/** Adds files to the reply: each is kept by the engine before it can be sent, so that none is lost with the window. */
export function addPictures(desk: Desk, conversationId: string, files: readonly File[]): void {
  const room = MAX_PICTURES - partsOf(desk, conversationId).get().pictures.length
  if (files.length > room) toast('said.picture-many', { tone: 'danger' })
  for (const file of files.slice(0, room)) void addOne(desk, conversationId, file)
}

/** Pictures in what is pasted. Words come first: a table copied from a document brings a picture of itself along. */
export function pastedPictures(data: Pick<DataTransfer, 'getData' | 'files'>): File[] {
  return data.getData('text/plain').trim() === '' ? [...data.files] : []
}
