import { v7 as newId } from 'uuid'
import type { CampaignNote } from '../../../../src-shared/domain/campaign.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { Line, Toggle } from '../../settings/fields.tsx'

const LANGUAGES = ['zh', 'en'] as const
const NOTES_MAX = 20

/** What is true only while the campaign runs: found by drafts and by whoever searches, and gone afterwards. */
export function NoteFields({ notes, onChange }: { notes: readonly CampaignNote[]; onChange: (notes: CampaignNote[]) => void }) {
  const { t } = useWords()
  const put = (id: string, change: Partial<CampaignNote>): void => onChange(notes.map((note) => (note.id === id ? { ...note, ...change } : note)))
  return (
    <fieldset className="floor-part">
      <legend>{t('campaigns.notes')}</legend>
      <p className="small quiet">{t('campaigns.notes.help')}</p>
      {notes.map((note, n) => (
        <div key={note.id} role="group" aria-label={t('campaigns.note', { n: n + 1 })} className="floor-pair">
          {LANGUAGES.map((one) => <Line key={one} label={t(`campaigns.note.title.${one}`)} htmlFor={`note-title-${one}-${note.id}`}><input id={`note-title-${one}-${note.id}`} className="field" lang={one} maxLength={120} value={note.title[one]} onChange={(event) => put(note.id, { title: { ...note.title, [one]: event.target.value } })} /></Line>)}
          {LANGUAGES.map((one) => <Line key={one} label={t(`campaigns.note.body.${one}`)} htmlFor={`note-body-${one}-${note.id}`}><textarea id={`note-body-${one}-${note.id}`} className="field" lang={one} rows={3} maxLength={4000} value={note.body[one]} onChange={(event) => put(note.id, { body: { ...note.body, [one]: event.target.value } })} /></Line>)}
          <Toggle label={t('campaigns.note.internal')} on={note.audience === 'internal'} onChange={(on) => put(note.id, { audience: on ? 'internal' : 'customer' })} />
          <p><Button onClick={() => onChange(notes.filter(({ id }) => id !== note.id))}>{t('campaigns.note.remove')}</Button></p>
        </div>
      ))}
      {notes.length < NOTES_MAX && <p><Button data-testid="note-add-campaign" onClick={() => onChange([...notes, { id: newId(), title: { zh: '', en: '' }, body: { zh: '', en: '' }, audience: 'customer' }])}>{t('campaigns.note.add')}</Button></p>}
    </fieldset>
  )
}
