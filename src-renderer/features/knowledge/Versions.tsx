import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { Article } from '../../../src-shared/domain/article.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime } from '../../ui/format.ts'
import { knowledgeView, shown } from './view.ts'

interface Props { id: string; found: NonNullable<CallResult<'article.get'>['found']>; onFailed: (error: unknown) => void }

/** What the article said before, and what the shop says where an own version stands in its place. */
export function Versions({ id, found, onFailed }: Props) {
  const { t, language } = useWords()
  const desk = useDesk()
  const earlier = found.versions.filter(({ version }) => version !== found.article.version)
  const back = (version: number) => void desk.client.call('article.restore', { id, version }).then(({ article }) => knowledgeView.set({ at: 'list', saved: shown(article.title, language) }), onFailed)
  const backToShop = () => void desk.client.call('article.remove', { id }).then(() => knowledgeView.set({ at: 'list' }), onFailed)
  if (earlier.length === 0 && !found.shop) return null
  return (
    <details className="knowledge-versions">
      <summary>{t('knowledge.versions', { count: earlier.length + (found.shop ? 1 : 0) })}</summary>
      <ul>
        {found.shop && <Version name={t('knowledge.version.shop')} article={found.shop} action={t('knowledge.back-to-shop')} onTake={backToShop} />}
        {earlier.map(({ version, at, article }) => <Version key={version} name={t('knowledge.version', { version, at: dateTime(at, language) })} article={article} action={t('knowledge.restore')} onTake={() => back(version)} />)}
      </ul>
    </details>
  )
}

function Version({ name, article, action, onTake }: { name: string; article: Article; action: string; onTake: () => void }) {
  const { language } = useWords()
  return (
    <li>
      <p className="knowledge-head"><span className="small quiet">{name}</span> <b className="one-line">{shown(article.title, language)}</b> <Button onClick={onTake}>{action}</Button></p>
      <p className="knowledge-old small">{shown(article.body, language)}</p>
    </li>
  )
}
