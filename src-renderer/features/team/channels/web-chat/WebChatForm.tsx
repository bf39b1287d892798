import { useState, type FormEvent } from 'react'
import { isColour } from '../../../../../src-shared/domain/chat-theme.ts'
import { type ChatLook, isPageOrigin } from '../../../../../src-shared/domain/web-chat.ts'
import type { CallResult } from '../../../../../src-shared/contract/calls.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { sayOf } from '../../../../bridge/call-error.ts'
import { changeLine } from '../../../../bridge/channels.ts'
import { useDesk } from '../../../../bridge/hooks.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Choice, Line, Toggle } from '../../../settings/fields.tsx'
import { ChatIdentity } from './ChatIdentity.tsx'
import { ChatPreview } from './ChatPreview.tsx'
import { CopyLine } from './CopyLine.tsx'
import { shrinkLogo } from './shrink-logo.ts'
import './web-chat.css'

interface Note { text: string; isWrong: boolean }

/** How the web chat looks, on whose pages it may stand, and what to put there. Nothing is changed before it is saved. */
export function WebChatForm({ known, onClose }: { known: CallResult<'webChat.read'>; onClose: () => void }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [look, setLook] = useState(known.settings.look)
  const [colour, setColour] = useState(known.settings.look.colour)
  const [origins, setOrigins] = useState(known.settings.origins.join('\n'))
  const [publicUrl, setPublicUrl] = useState(known.settings.publicUrl ?? '')
  const [note, setNote] = useState<Note | null>(null)
  const patch = (changes: Partial<ChatLook>) => setLook((before) => ({ ...before, ...changes }))
  const pages = origins.split('\n').map((line) => line.trim().replace(/\/+$/, '')).filter((line) => line !== '')
  const address = publicUrl.trim().replace(/\/+$/, '')
  const wrong = pages.find((page) => !isPageOrigin(page)) ?? (address !== '' && (!isPageOrigin(address) || address.includes('*')) ? address : null)
  const save = async () => {
    if (wrong !== null) return setNote({ text: t('webchat.origin.wrong', { origin: wrong }), isWrong: true })
    if (!isColour(colour)) return setNote({ text: t('webchat.colour.wrong'), isWrong: true })
    try {
      await changeLine(desk, 'webChat.put', { settings: { look, origins: pages, publicUrl: address === '' ? null : address } })
      setNote({ text: t('webchat.saved'), isWrong: false })
    } catch (error) {
      setNote({ text: sayOf(error, language) ?? t('said.failed'), isWrong: true })
    }
  }
  const choose = (file: File | undefined) => {
    if (file !== undefined) void shrinkLogo(file).then((logo) => patch({ logo }), () => setNote({ text: t('webchat.logo.wrong'), isWrong: true }))
  }
  return (
    <div className="web-chat">
      <form
        className="connection-form" aria-label={t('webchat')} data-testid="web-chat-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <h3>{t('webchat')}</h3>
        <Line label={t('webchat.colour')} htmlFor="web-chat-colour" help={t('webchat.colour.help')}>
          <span className="colour-field">
            <input type="color" aria-label={t('webchat.colour.pick')} value={look.colour} onChange={({ target }) => { setColour(target.value); patch({ colour: target.value }) }} />
            <input
              id="web-chat-colour" className="field" autoFocus spellCheck={false} maxLength={7} value={colour} aria-describedby="web-chat-colour-help" aria-invalid={!isColour(colour)}
              onChange={({ target }) => {
                setColour(target.value)
                if (isColour(target.value)) patch({ colour: target.value })
              }}
            />
          </span>
        </Line>
        <Choice legend={t('webchat.theme')} value={look.theme} options={(['auto', 'light', 'dark'] as const).map((one) => [one, t(`webchat.theme.${one}`)])} onChange={(theme) => patch({ theme })} />
        <Choice legend={t('webchat.position')} value={look.position} options={(['right', 'left'] as const).map((one) => [one, t(`webchat.position.${one}`)])} onChange={(position) => patch({ position })} />
        {(['title', 'greeting'] as const).map((part) => (
          <fieldset key={part} className="setting two-words">
            <legend>{t(`webchat.${part}`)}</legend>
            {(['zh', 'en'] as const).map((each) => <label key={each}><span className="small quiet">{t(`webchat.words.${each}`)}</span><input className="field" lang={each} maxLength={part === 'title' ? 40 : 200} value={look[part][each]} onChange={({ target }) => patch({ [part]: { ...look[part], [each]: target.value } })} /></label>)}
            <p className="quiet small">{t(`webchat.${part}.help`)}</p>
          </fieldset>
        ))}
        <Line label={t('webchat.logo')} htmlFor="web-chat-logo" help={t('webchat.logo.help')}>
          <span className="connection-buttons">
            <input
              id="web-chat-logo" className="hidden-text" type="file" accept="image/png,image/jpeg,image/webp" aria-describedby="web-chat-logo-help"
              onChange={({ target }) => {
                choose(target.files?.[0])
                target.value = ''
              }}
            />
            <label className="button" htmlFor="web-chat-logo">{t('webchat.logo.choose')}</label>
            {look.logo !== null && <Button onClick={() => patch({ logo: null })}>{t('webchat.logo.none')}</Button>}
          </span>
        </Line>
        <Choice legend={t('webchat.language')} value={look.language} options={(['auto', 'zh', 'en'] as const).map((one) => [one, t(`webchat.language.${one}`)])} help={t('webchat.language.help')} onChange={(chosen) => patch({ language: chosen })} />
        <Toggle label={t('webchat.form')} on={look.offlineForm} help={known.mailName === null ? t('webchat.form.nomail') : t('webchat.form.mail', { name: known.mailName })} onChange={(offlineForm) => patch({ offlineForm })} />
        <Line label={t('webchat.origins')} htmlFor="web-chat-origins" help={t('webchat.origins.help')}>
          <textarea id="web-chat-origins" className="field" rows={3} spellCheck={false} placeholder="https://www.shop.example" value={origins} aria-describedby="web-chat-origins-help" onChange={({ target }) => setOrigins(target.value)} />
        </Line>
        <Line label={t('webchat.public')} htmlFor="web-chat-public" help={t('webchat.public.help', { url: known.chatUrl })}>
          <input id="web-chat-public" className="field" type="url" spellCheck={false} placeholder="https://chat.shop.example" value={publicUrl} aria-describedby="web-chat-public-help" onChange={({ target }) => setPublicUrl(target.value)} />
        </Line>
        {note !== null && <p role={note.isWrong ? 'alert' : 'status'} className="connection-note" data-tone={note.isWrong ? 'danger' : 'success'} data-testid="web-chat-note">{note.text}</p>}
        <div className="connection-buttons">
          <Button kind="primary" type="submit">{t('setup.save')}</Button>
          <Button onClick={onClose}>{t('setup.back')}</Button>
        </div>
        <section className="web-chat-part" aria-labelledby="web-chat-snippet">
          <h4 id="web-chat-snippet">{t('webchat.snippet')}</h4>
          <p className="quiet small">{t(pages.length === 0 ? 'webchat.snippet.nowhere' : 'webchat.snippet.help')}</p>
          <CopyLine text={`<script src="${wrong === null && address !== '' ? address : known.chatUrl}/embed.js" data-shop="${known.shopId}" async></script>`} label={t('webchat.snippet')} testId="web-chat-snippet-text" />
        </section>
        <ChatIdentity since={known.identitySince} />
      </form>
      <ChatPreview look={look} />
    </div>
  )
}
