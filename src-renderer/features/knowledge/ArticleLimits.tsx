import { useId } from 'react'
import type { ArticleWords } from '../../../src-shared/contract/knowledge.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { firstInstant, firstDay, lastDay, pastDay } from './days.ts'
import { changeArticle, shown } from './view.ts'

const AUDIENCES = ['customer', 'internal'] as const

/** Whom, when and for what an article serves. */
export function ArticleLimits({ article, products }: { article: ArticleWords; products: readonly { id: string; title: LocalText }[] }) {
  const { t, language } = useWords()
  const id = useId()
  const toggle = (product: string, isOn: boolean) => changeArticle({ productIds: isOn ? [...article.productIds, product] : article.productIds.filter((one) => one !== product) })
  return (
    <div className="knowledge-limits">
      <fieldset className="setting">
        <legend>{t('knowledge.audience')}</legend>
        <div className="choices">
          {AUDIENCES.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="article-audience" checked={article.audience === one} onChange={() => changeArticle({ audience: one })} />
              <span>{t(`knowledge.audience.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="setting">
        <label htmlFor={`${id}-from`}>{t('knowledge.from')}</label>
        <input id={`${id}-from`} className="field" type="date" value={firstDay(article.validFrom)} onChange={(event) => changeArticle({ validFrom: firstInstant(event.target.value) })} />
      </div>
      <div className="setting">
        <label htmlFor={`${id}-to`}>{t('knowledge.to')}</label>
        <input id={`${id}-to`} className="field" type="date" value={lastDay(article.validTo)} onChange={(event) => changeArticle({ validTo: pastDay(event.target.value) })} />
      </div>
      <div className="setting">
        <label htmlFor={`${id}-channels`}>{t('knowledge.channels')}</label>
        <input
          id={`${id}-channels`} className="field" placeholder={t('knowledge.channels.all')} defaultValue={(article.channels ?? []).join(', ')} spellCheck={false}
          onChange={(event) => changeArticle({ channels: event.target.value.split(/[,，、\s]+/).filter(Boolean) })}
        />
      </div>
      {products.length > 0 && (
        <details className="knowledge-products">
          <summary>{article.productIds.length > 0 ? t('knowledge.products.some', { count: article.productIds.length }) : t('knowledge.products.all')}</summary>
          <div className="choices">
            {products.map((product) => (
              <label key={product.id} className="choice">
                <input type="checkbox" checked={article.productIds.includes(product.id)} onChange={(event) => toggle(product.id, event.target.checked)} />
                <span>{shown(product.title, language)}</span>
              </label>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
