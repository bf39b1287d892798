import { X } from 'lucide-react'
import { compose } from '../../../app/focus.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, toast } from '../../../app/screen.ts'
import type { Desk } from '../../../bridge/desk.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { addressOf } from '../../../ui/attachment.ts'
import { changeParts, partsOf, type ChosenPicture } from '../parts.ts'
import './pictures.css'

/** Takes a picture out; the toast puts it back where it was. */
function remove(desk: Desk, id: string, picture: ChosenPicture): void {
  const at = partsOf(desk, id).get().pictures.indexOf(picture)
  changeParts(desk, id, (parts) => ({ ...parts, pictures: parts.pictures.filter((p) => p !== picture) }))
  toast('said.picture-removed', { undo: () => changeParts(desk, id, (parts) => ({ ...parts, pictures: parts.pictures.toSpliced(at, 0, picture) })) })
  compose()
}

/** The pictures of the reply, small, above the field. */
export function PictureTray({ id, pictures }: { id: string; pictures: readonly ChosenPicture[] }) {
  const { t } = useWords()
  if (pictures.length === 0) return null
  return (
    <ul className="picture-tray" aria-label={t('pictures.name')} data-testid="picture-tray">
      {pictures.map((picture, at) => <Thumbnail key={picture.key} id={id} picture={picture} n={at + 1} count={pictures.length} />)}
    </ul>
  )
}

function Thumbnail({ id, picture, n, count }: { id: string; picture: ChosenPicture; n: number; count: number }) {
  const { t } = useWords()
  const desk = useDesk()
  const { attachment } = picture
  if (!attachment) return <li className="thumbnail" title={t('pictures.keeping')}><span className="hidden-text" role="status">{t('pictures.keeping')}</span></li>
  const label = t('pictures.one', { n, count })
  return (
    // The field keeps the focus: without it the foot changes its height, and the button is gone from under the pointer.
    <li className="thumbnail" data-kept="" onMouseDown={(event) => event.preventDefault()}>
      <button type="button" className="thumbnail-open" title={t('picture.open')} onClick={() => patchScreen({ picture: { sha256: attachment.sha256, label } })}>
        <img src={addressOf(attachment.sha256)} alt={label} decoding="async" />
      </button>
      <button type="button" className="thumbnail-remove" aria-label={t('pictures.remove', { n })} title={t('pictures.remove', { n })} onClick={() => remove(desk, id, picture)}>
        <X size={12} aria-hidden />
      </button>
    </li>
  )
}
