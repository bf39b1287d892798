import { useRef } from 'react'
import { ImagePlus } from 'lucide-react'
import { compose } from '../../../app/focus.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { ACCEPT } from './prepare.ts'

/** The button beside "Send" that chooses pictures. */
export function AddPictures({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input} type="file" accept={ACCEPT} multiple hidden aria-label={t('pictures.add')} data-testid="picture-input"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
          compose()
        }}
      />
      <Button kind="bare" icon={<ImagePlus size={16} aria-hidden />} name={t('pictures.add')} hint={t('pictures.add.hint')} onClick={() => input.current?.click()} />
    </>
  )
}
