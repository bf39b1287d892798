import { useState } from 'react'
import { ImageOff } from 'lucide-react'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { addressOf } from '../../ui/attachment.ts'

/** Largest picture in the thread, in CSS pixels. */
const MAX = { width: 280, height: 240 }

/** Room for the picture before it is there, so that nothing jumps. */
function sizeOf({ width, height }: Attachment): { width: number; height: number } {
  if (!width || !height) return { width: 200, height: 150 }
  const scale = Math.min(1, MAX.width / width, MAX.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

export function Picture({ attachment, by }: { attachment: Attachment; by: string }) {
  const { t } = useWords()
  const [missing, setMissing] = useState(false)
  const label = t('picture.of', { name: by })
  if (missing) return <p className="picture-missing quiet small"><ImageOff size={14} aria-hidden /> {t('picture.missing')}</p>
  return (
    <button type="button" className="picture" title={t('picture.open')} onClick={() => patchScreen({ picture: { sha256: attachment.sha256, label } })}>
      <img src={addressOf(attachment.sha256)} alt={label} loading="lazy" decoding="async" {...sizeOf(attachment)} onError={() => setMissing(true)} />
    </button>
  )
}
