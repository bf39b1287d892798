import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'

/** What opens in place over the desk: a picture. */
export function Overlays() {
  const picture = useStore(screen, (s) => s.picture)
  return picture ? <PictureLarge {...picture} /> : null
}

function PictureLarge({ src, label }: { src: string; label: string }) {
  const { t } = useWords()
  return (
    <Dialog wide title={label} closeName={t('close')} onClose={() => patchScreen({ picture: null })}>
      <img className="picture-large" src={src} alt={label} />
    </Dialog>
  )
}
