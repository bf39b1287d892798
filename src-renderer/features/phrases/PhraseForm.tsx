import { useId, useRef, useState, type FormEvent, type RefObject } from 'react'
import type { PhraseWords } from '../../../src-shared/domain/phrase.ts'
import { PHRASE_VARIABLES } from '../../../src-shared/domain/phrase-gaps.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { focusFirst } from '../../ui/focus-first.ts'
import { count } from '../../ui/format.ts'
import { tooLongBy } from '../composer/limits.ts'
import { pastedPictures } from '../composer/pictures/add-pictures.ts'
import { changePhrase, managerView } from './manager.ts'
import { PhrasePictures, usePhrasePictures } from './PhrasePictures.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { shownTitle } from './title.ts'
import { useAllPhrases } from './use-all.ts'

const LANGUAGES = ['zh', 'en'] as const
const TITLE_MAX = 120
const CODE_MAX = 32

/** One phrase, in one language or both. What is typed stays when the dialog is closed by mistake. */
export function PhraseForm({ phrase, isNew, changed }: { phrase: PhraseWords; isNew: boolean; changed: boolean }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [shared] = useState(!isNew && phrase.scope !== 'personal')
  /** Where writing begins: the language of the screen, unless the phrase has only the other. */
  const [first] = useState(() => LANGUAGES.find((lang) => phrase.text[lang] !== '' && (lang === language || phrase.text[language] === '')) ?? language)
  const pictures = usePhrasePictures(phrase.id, phrase.pictures.length, setProblem)
  const over = Math.max(tooLongBy(phrase.text.zh), tooLongBy(phrase.text.en))
  const empty = phrase.text.zh.trim() === '' && phrase.text.en.trim() === ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (empty || over > 0) return setProblem(empty ? t('phrases.text.needed') : t('phrases.text.long', { count: over, over: count(over, language) }))
    desk.client.call('phrase.save', { phrase }).then(
      () => managerView.set({ at: 'list', saved: shownTitle(phrase, language) }),
      (error: unknown) => setProblem(sayOf(error, language) ?? t('said.failed')),
    )
  }
  return (
    <form
      ref={form} className="phrase-form" onSubmit={save} aria-label={t(isNew ? 'phrases.new' : 'phrases.edit')}
      onPaste={(event) => {
        const files = pastedPictures(event.clipboardData)
        if (files.length === 0) return
        event.preventDefault()
        pictures.add(files)
      }}
    >
      <ScopeChoice value={phrase.scope} shared={shared} onChange={(scope) => changePhrase({ scope })} />
      <Code code={phrase.code} />
      {(['title', 'group'] as const).map((part) => <Lines key={part} part={part} phrase={phrase} />)}
      <div className="setting">
        <span className="form-label">{t('phrases.text')}</span>
        <div className="form-pair">
          {LANGUAGES.map((lang) => (
            <textarea
              key={lang} className="field phrase-words" data-testid={`phrase-text-${lang}`} rows={5} autoFocus={lang === first} ref={lang === first ? focusFirst : undefined} aria-label={`${t('phrases.text')} ${t(`phrases.in.${lang}`)}`} placeholder={t(`phrases.in.${lang}`)}
              lang={lang} value={phrase.text[lang]} onChange={(event) => changePhrase({ text: { ...phrase.text, [lang]: event.target.value } })}
            />
          ))}
        </div>
        <Variables form={form} />
      </div>
      <div className="setting">
        <span className="form-label">{t('phrases.pictures')}</span>
        <PhrasePictures phraseId={phrase.id} pictures={phrase.pictures} keeping={pictures.keeping} onFiles={pictures.add} />
      </div>
      {problem && <p className="form-problem small" role="alert">{problem}</p>}
      <div className="form-foot">
        <Button onClick={() => managerView.set({ at: 'list' })}>{changed ? t('cancel') : t('phrases.back')}</Button>
        <Button kind="primary" type="submit" disabled={pictures.keeping > 0}>{t('save')}</Button>
      </div>
    </form>
  )
}

function Code({ code }: { code: string }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="setting">
      <label htmlFor={id}>{t('phrases.code')}</label>
      <input id={id} className="field form-code" value={code} maxLength={CODE_MAX} spellCheck={false} autoComplete="off" aria-describedby={`${id}-help`} onChange={(event) => changePhrase({ code: event.target.value.replace(/\s/g, '') })} />
      <p id={`${id}-help`} className="quiet small">{t('phrases.code.help')}</p>
    </div>
  )
}

/** A line in both languages; groups that exist are offered. */
function Lines({ part, phrase }: { part: 'title' | 'group'; phrase: PhraseWords }) {
  const { t } = useWords()
  const id = useId()
  const groups = useAllPhrases('', null, 1)?.groups ?? []
  const known = (lang: 'zh' | 'en') => [...new Set(groups.map((group) => group[lang]).filter(Boolean))]
  return (
    <div className="setting">
      <span className="form-label">{t(`phrases.${part}`)}</span>
      <div className="form-pair">
        {LANGUAGES.map((lang) => (
          <div key={lang}>
            <input
              className="field" lang={lang} maxLength={TITLE_MAX} aria-label={`${t(`phrases.${part}`)} ${t(`phrases.in.${lang}`)}`} placeholder={t(`phrases.in.${lang}`)} list={part === 'group' ? `${id}-${lang}` : undefined}
              value={phrase[part][lang]} onChange={(event) => changePhrase({ [part]: { ...phrase[part], [lang]: event.target.value } })}
            />
            {part === 'group' && <datalist id={`${id}-${lang}`}>{known(lang).map((name) => <option key={name} value={name} />)}</datalist>}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Puts a variable in where the person writes, so that Ctrl+Z takes it out again. */
function Variables({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const { t } = useWords()
  const last = useRef<HTMLTextAreaElement | null>(null)
  const put = (name: string) => {
    const active = document.activeElement
    const field = active instanceof HTMLTextAreaElement ? active : (last.current ?? form.current?.querySelector('textarea'))
    field?.focus()
    document.execCommand('insertText', false, `{${name}}`)
  }
  return (
    <div className="form-variables small">
      <span className="quiet">{t('phrases.variables')}</span>
      {PHRASE_VARIABLES.map((name) => (
        <button
          key={name} type="button" className="variable" onPointerDown={() => { if (document.activeElement instanceof HTMLTextAreaElement) last.current = document.activeElement }}
          onMouseDown={(event) => event.preventDefault()} onClick={() => put(name)}
        >
          {t(`phrases.variable.${name}`)}
        </button>
      ))}
      <p className="quiet">{t('phrases.variables.help')}</p>
    </div>
  )
}
