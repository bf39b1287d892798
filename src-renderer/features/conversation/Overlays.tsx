import { screen } from '../../app/screen.ts'
import { useStore } from '../../ui/store.ts'
import { Gallery } from './Gallery.tsx'

/** What opens in place over the desk: the pictures of the conversation. */
export function Overlays() {
  const picture = useStore(screen, (s) => s.picture)
  const selected = useStore(screen, (s) => s.selected)
  return picture ? <Gallery key={selected} conversationId={selected} {...picture} /> : null
}
