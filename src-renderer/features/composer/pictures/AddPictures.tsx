import { useRef } from 'react'
import { ImagePlus } from 'lucide-react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { ACCEPT } from './prepare.ts'

/** A button that chooses pictures. */
export function AddPictures({ onFiles, hint, testId }: { onFiles: (files: File[]) => void; hint: string; testId: string }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input} type="file" accept={ACCEPT} multiple hidden aria-label={t('pictures.add')} data-testid={testId}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button kind="bare" icon={<ImagePlus size={16} aria-hidden />} name={t('pictures.add')} hint={hint} onClick={() => input.current?.click()} />
    </>
  )
}
