import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { keys } from '../../bridge/cache.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { addressOf } from '../../ui/attachment.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { picturesOf, zoomed } from './gallery-steps.ts'
import './gallery.css'

interface Props {
  conversationId: string | null
  /** The picture that was opened, and what it is called. */
  sha256: string
  label: string
}

/** A picture large, over the desk: arrow keys go through those of the conversation, + and - zoom, Esc goes back. */
export function Gallery({ conversationId, sha256, label }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const view = conversationId ? desk.cache.getQueryData<ThreadView>(keys.thread(conversationId)) : undefined
  const all = picturesOf(view?.messages ?? [])
  const at = all.findIndex((p) => p.sha256 === sha256)
  // `fit`: its width where it fits, in CSS pixels; measured when it is made larger.
  const [{ zoom, fit }, setSize] = useState({ zoom: 1, fit: 0 })
  const image = useRef<HTMLImageElement>(null)
  const setZoom = (next: number) => setSize((now) => ({ zoom: next, fit: now.zoom === 1 ? (image.current?.clientWidth ?? 0) : now.fit }))
  const show = (n: number) => {
    const next = all[n]
    if (!next) return
    setZoom(1)
    patchScreen({ picture: { sha256: next.sha256, label: t('picture.of', { name: next.by }) } })
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const press: Partial<Record<string, () => void>> = {
      ArrowLeft: () => show(at - 1), ArrowRight: () => show(at + 1), '+': () => setZoom(zoomed(zoom, 1)), '=': () => setZoom(zoomed(zoom, 1)),
      '-': () => setZoom(zoomed(zoom, -1)), 0: () => setZoom(1),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : press[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  // On the window: the focus may be on any of the buttons.
  useEffect(() => {
    const press = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <Dialog wide title={label} closeName={t('close')} onClose={() => patchScreen({ picture: null })}>
      <div className="gallery">
        <div className="gallery-scroll" tabIndex={0} role="group" aria-label={label} data-zoomed={zoom > 1 ? '' : undefined}>
          <img
            ref={image} className="picture-large" src={addressOf(sha256)} alt={label} onClick={() => setZoom(zoom > 1 ? 1 : 2)}
            style={zoom > 1 ? { maxWidth: 'none', maxHeight: 'none', width: fit * zoom } : undefined}
          />
        </div>
        <div className="gallery-keys small">
          <Button kind="bare" icon={<ZoomOut size={16} aria-hidden />} name={t('gallery.smaller')} shortcut="-" disabled={zoom === 1} onClick={() => setZoom(zoomed(zoom, -1))} />
          <Button kind="bare" icon={<ZoomIn size={16} aria-hidden />} name={t('gallery.larger')} shortcut="+" onClick={() => setZoom(zoomed(zoom, 1))} />
          {at >= 0 && all.length > 1 && (
            <>
              <Button kind="bare" icon={<ChevronLeft size={16} aria-hidden />} name={t('gallery.previous')} shortcut="←" disabled={at === 0} onClick={() => show(at - 1)} />
              <span className="quiet tabular" role="status">{t('gallery.place', { n: at + 1, count: all.length })}</span>
              <Button kind="bare" icon={<ChevronRight size={16} aria-hidden />} name={t('gallery.next')} shortcut="→" disabled={at === all.length - 1} onClick={() => show(at + 1)} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}
