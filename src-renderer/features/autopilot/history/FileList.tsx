import { useState } from 'react'
import type { HistoryEntry } from '../../../../src-shared/contract/history.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { forgetHistory, useHistoryFiles } from '../../../bridge/history.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { date } from '../../../ui/format.ts'

/** The files that were imported, each with the days that it tells of. */
export function FileList() {
  const { t } = useWords()
  const { data, failed, again } = useHistoryFiles()
  if (failed) return <p role="alert">{t('chats.list.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (data === undefined) return null
  if (data.length === 0) return <p className="quiet">{t('chats.none')}</p>
  return (
    <section>
      <h3>{t('chats.list')}</h3>
      <ul className="chats-files">{data.map((file) => <Line key={file.id} file={file} />)}</ul>
    </section>
  )
}

function Line({ file }: { file: HistoryEntry }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const desk = useDesk()
  const [isAsked, setAsked] = useState(false)
  const days = file.from === null || file.until === null ? '' : `${date(file.from, language, zone)} – ${date(file.until, language, zone)}`
  return (
    <li>
      <div className="chats-file">
        <b className="one-line" title={file.name}>{file.name}</b>
        <span className="small quiet">{t(`chats.tool.${file.format}`)}</span>
        <span className="small quiet tabular">{days}</span>
        <span className="small tabular">{t('chats.counts', { conversations: file.conversations, turns: file.turns })}{file.skipped > 0 && <span className="quiet"> · {t('chats.skipped', { count: file.skipped })}</span>}</span>
        <Button kind="bare" hint={t('chats.forget.named', { name: file.name })} aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>{t('chats.forget')}</Button>
      </div>
      {isAsked && (
        <p className="chats-sure" role="alert">
          {t('chats.forget.sure', { name: file.name })} <Button autoFocus onClick={() => void forgetHistory(desk, file.id).catch(report)}>{t('chats.forget.yes')}</Button> <Button kind="bare" onClick={() => setAsked(false)}>{t('cancel')}</Button>
        </p>
      )}
    </li>
  )
}
