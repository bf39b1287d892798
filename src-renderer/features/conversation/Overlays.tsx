import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'

/** What opens in place over the desk: a link's confirm, a picture. */
export function Overlays() {
  const link = useStore(screen, (s) => s.link)
  const picture = useStore(screen, (s) => s.picture)
  return (
    <>
      {link && <LinkConfirm url={link} />}
      {picture && <PictureLarge {...picture} />}
    </>
  )
}

/** A customer's link, with the place it really leads to, before it opens. */
function LinkConfirm({ url }: { url: string }) {
  const { t } = useWords()
  const close = () => patchScreen({ link: null })
  const open = () => {
    window.deskmate?.openLink(url)
    close()
  }
  return (
    <Dialog
      title={t('link.confirm.title', { host: new URL(url).host })} closeName={t('close')} onClose={close}
      foot={<><Button onClick={close} autoFocus>{t('cancel')}</Button><Button kind="primary" onClick={open}>{t('link.open')}</Button></>}
    >
      <p>{t('link.confirm.text')}</p>
      <p className="link-address" dir="ltr">{url}</p>
    </Dialog>
  )
}

function PictureLarge({ src, label }: { src: string; label: string }) {
  const { t } = useWords()
  return (
    <Dialog title={label} closeName={t('close')} onClose={() => patchScreen({ picture: null })}>
      <img className="picture-large" src={src} alt={label} />
    </Dialog>
  )
}
