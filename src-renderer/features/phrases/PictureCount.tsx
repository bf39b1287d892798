import { Image } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'

/** How many pictures a phrase brings along; nothing when there are none. */
export function PictureCount({ count }: { count: number }) {
  const { t } = useWords()
  if (count === 0) return null
  const name = t('phrases.pictures.count', { count })
  return <span className="picture-count quiet small tabular" title={name}><Image size={12} aria-hidden /><span aria-hidden>{count}</span><span className="hidden-text">{name}</span></span>
}
