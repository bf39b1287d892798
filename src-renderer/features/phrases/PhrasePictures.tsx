import { useRef, useState } from 'react'
import { X } from 'lucide-react'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { addressOf } from '../../ui/attachment.ts'
import { MAX_PICTURES } from '../composer/parts.ts'
import { AddPictures } from '../composer/pictures/AddPictures.tsx'
import { PictureProblem, preparePicture } from '../composer/pictures/prepare.ts'
import { changePictures } from './manager.ts'

/** The pictures of the phrase that is being written. @param onProblem what could not be added, in a sentence; null: all well */
export function usePhrasePictures(phraseId: string, count: number, onProblem: (problem: string | null) => void) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [keeping, setKeeping] = useState(0)
  const addOne = async (file: File) => {
    setKeeping((n) => n + 1)
    try {
      const picture = await desk.client.call('picture.keep', await preparePicture(file))
      changePictures(phraseId, (now) => (now.some(({ sha256 }) => sha256 === picture.sha256) ? now : [...now, picture]))
    } catch (error) {
      onProblem(error instanceof PictureProblem ? t(`said.picture-${error.why}`) : (sayOf(error, language) ?? t('said.failed')))
    } finally {
      setKeeping((n) => n - 1)
    }
  }
  return {
    keeping,
    add(files: readonly File[]) {
      const room = Math.max(0, MAX_PICTURES - count - keeping)
      onProblem(files.length > room ? t('phrases.pictures.many') : null)
      for (const file of files.slice(0, room)) void addOne(file)
    },
  }
}

interface Props {
  phraseId: string
  pictures: readonly Attachment[]
  /** How many are on their way to the engine. */
  keeping: number
  onFiles: (files: File[]) => void
}

/** What goes with the words: shown small, added and taken out. */
export function PhrasePictures({ phraseId, pictures, keeping, onFiles }: Props) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const remove = (sha256: string) => {
    changePictures(phraseId, (now) => now.filter((picture) => picture.sha256 !== sha256))
    // The button that was pressed is gone: the one that adds is always there.
    place.current?.querySelector<HTMLButtonElement>('.button')?.focus()
  }
  return (
    <div ref={place} className="phrase-pictures" data-testid="phrase-pictures">
      {pictures.map(({ sha256 }, at) => (
        <span key={sha256} className="thumbnail" data-kept="">
          <img className="phrase-picture" src={addressOf(sha256)} alt={t('pictures.one', { n: at + 1, count: pictures.length })} decoding="async" />
          <button type="button" className="thumbnail-remove" aria-label={t('pictures.remove', { n: at + 1 })} title={t('pictures.remove', { n: at + 1 })} onClick={() => remove(sha256)}>
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      {Array.from({ length: keeping }, (_, n) => <span key={n} className="thumbnail" role="status"><span className="hidden-text">{t('pictures.keeping')}</span></span>)}
      <AddPictures testId="phrase-picture-input" hint={t('phrases.pictures.add')} onFiles={onFiles} />
    </div>
  )
}
