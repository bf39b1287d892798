import type { ShopLetterRow } from '../../../../src-shared/wire/seat-shops.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { handleShopLetter } from '../../../bridge/shops.ts'
import { Button } from '../../../ui/Button.tsx'

/** What a shop sent and was not understood; read again, it goes away when it can be. */
export function ShopLetters({ letters }: { letters: readonly ShopLetterRow[] }) {
  const { t, local } = useWords()
  const desk = useDesk()
  if (letters.length === 0) return null
  const handle = (id: string, act: 'again' | 'forget'): void => void handleShopLetter(desk, { id, act }).catch(report)
  return (
    <section aria-label={t('shops.letters')} data-testid="shop-letters">
      <h3>{t('shops.letters')}</h3>
      <ul className="connection-list">
        {letters.map(({ id, shop, externalId, why, body }) => (
          <li key={id}>
            <div className="connection-head">
              <strong>{shop} · <bdi>{externalId}</bdi></strong>
              <span className="connection-do">
                <Button onClick={() => handle(id, 'again')}>{t('shops.letter.again')}</Button>
                <Button onClick={() => handle(id, 'forget')}>{t('shops.letter.forget')}</Button>
              </span>
            </div>
            <p className="small">{local(why)}</p>
            <details><summary className="small">{t('shops.letter.show')}</summary><pre className="letter-body" tabIndex={0}>{body}</pre></details>
          </li>
        ))}
      </ul>
    </section>
  )
}
