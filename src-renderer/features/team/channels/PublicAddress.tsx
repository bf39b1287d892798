import { useState } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { changeLine } from '../../../bridge/channels.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'

/** Under which address others reach this gateway. It opens nothing by itself. */
export function PublicAddress({ known, openUrl }: { known: string | null; openUrl: string }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [url, setUrl] = useState(known ?? '')
  const [said, setSaid] = useState<string | null>(null)
  const save = async () => {
    try {
      await changeLine(desk, 'channels.publicUrl', { url: url.trim() === '' ? null : url.trim() })
      setSaid(t('setup.saved'))
    } catch (error) {
      setSaid(sayOf(error, language) ?? t('said.failed'))
    }
  }
  return (
    <form
      className="public-address"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="setting">
        <label htmlFor="public-url">{t('channels.public')}</label>
        <input id="public-url" type="url" className="field" value={url} placeholder="https://desk.shop.example" onChange={(event) => setUrl(event.target.value)} />
        <p className="quiet small">{t('channels.public.help', { url: openUrl })}</p>
      </div>
      <Button type="submit">{t('setup.save')}</Button>
      {said !== null && <p role="status" className="small">{said}</p>}
    </form>
  )
}
