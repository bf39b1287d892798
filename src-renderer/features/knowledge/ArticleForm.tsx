import { useEffect, useState, type FormEvent } from 'react'
import type { ArticleWords } from '../../../src-shared/contract/knowledge.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOnceDrawn } from '../../ui/focus-first.ts'
import { RelatedArticles } from '../palette/RelatedArticles.tsx'
import { ArticleLimits } from './ArticleLimits.tsx'
import { useArticle } from './use-articles.ts'
import { Versions } from './Versions.tsx'
import { changeArticle, fillForm, knowledgeView, showArticle, shown } from './view.ts'

const LANGUAGES = ['zh', 'en'] as const

interface Props { id: string; article: ArticleWords | null; isNew: boolean; changed: boolean }

/** What keeps the article from being saved; null: nothing. */
function lacking({ title, body, validFrom, validTo }: ArticleWords): 'words' | 'dates' | null {
  if (!LANGUAGES.some((lang) => title[lang].trim() !== '' && body[lang].trim() !== '')) return 'words'
  return validFrom !== undefined && validTo !== undefined && validFrom >= validTo ? 'dates' : null
}

/** One article, in one language or both. What is typed stays when the page is closed by mistake. */
export function ArticleForm({ id, article, isNew, changed }: Props) {
  const { t, language } = useWords()
  const desk = useDesk()
  const known = useArticle(id)
  const [problem, setProblem] = useState<string | null>(null)
  const found = known?.found ?? null
  useEffect(() => {
    if (found) fillForm(found.article)
  }, [found])
  const failed = (error: unknown) => setProblem(sayOf(error, language) ?? t('said.failed'))
  const back = () => knowledgeView.set({ at: 'list' })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!article) return
    const lacks = lacking(article)
    if (lacks) return setProblem(t(`knowledge.needed.${lacks}`))
    desk.client.call('article.save', { article }).then(() => knowledgeView.set({ at: 'list', saved: shown(article.title, language) }), failed)
  }
  if (!article) return <div className="knowledge-form"><p className="quiet" role="status">{known && !isNew ? t('knowledge.gone') : t('knowledge.reading')}</p><div className="knowledge-foot"><Button onClick={back}>{t('knowledge.back')}</Button></div></div>
  const first = LANGUAGES.find((lang) => article.title[lang] !== '' && (lang === language || article.title[language] === '')) ?? language
  return (
    <form className="knowledge-form" onSubmit={save} aria-label={t(isNew ? 'knowledge.new' : 'knowledge.edit')}>
      {found?.origin === 'gateway' && <p className="quiet small">{t('knowledge.becomes-own')}</p>}
      {found?.source && <p className="quiet small">{t('knowledge.from-file', { path: found.source })}</p>}
      <div className="form-pair">
        {LANGUAGES.map((lang) => <Words key={lang} article={article} lang={lang} isFirst={lang === first} />)}
      </div>
      <ArticleLimits article={article} products={known?.products ?? []} />
      {found && <Versions id={id} found={found} onFailed={failed} />}
      {found && <RelatedArticles id={id} onOpen={(next) => (changed ? setProblem(t('knowledge.save-first')) : showArticle(next.id))} />}
      {problem && <p className="form-problem small" role="alert">{problem}</p>}
      <div className="knowledge-foot">
        <Button onClick={back}>{changed ? t('cancel') : t('knowledge.back')}</Button>
        <Button kind="primary" type="submit" data-testid="article-save">{t('save')}</Button>
      </div>
    </form>
  )
}

function Words({ article, lang, isFirst }: { article: ArticleWords; lang: 'zh' | 'en'; isFirst: boolean }) {
  const { t } = useWords()
  const [wasFirst] = useState(isFirst)
  const inLang = t(`phrases.in.${lang}`)
  return (
    <div className="knowledge-words">
      <input
        ref={wasFirst ? focusOnceDrawn : undefined} className="field" lang={lang} maxLength={300} data-testid={`article-title-${lang}`} aria-label={`${t('knowledge.title')} ${inLang}`} placeholder={`${t('knowledge.title')} · ${inLang}`}
        value={article.title[lang]} onChange={(event) => changeArticle({ title: { ...article.title, [lang]: event.target.value } })}
      />
      <textarea
        className="field" lang={lang} rows={9} data-testid={`article-body-${lang}`} aria-label={`${t('knowledge.body')} ${inLang}`} placeholder={`${t('knowledge.body')} · ${inLang}`}
        value={article.body[lang]} onChange={(event) => changeArticle({ body: { ...article.body, [lang]: event.target.value } })}
      />
    </div>
  )
}
