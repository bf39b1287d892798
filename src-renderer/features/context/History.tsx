import type { CustomerHistory } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { dateTime, money } from '../../ui/format.ts'

/** What is remembered of the customer; rows of the list of facts. */
export function History({ history, known }: { history: CustomerHistory; known: boolean }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const { bought, spent, conversations, moods, promise } = history
  return (
    <>
      {known && <>
        <dt>{t('customer.bought')}</dt>
        <dd className="tabular">{bought === 0 ? t('customer.bought.none') : t('customer.bought.value', { count: bought, sum: spent.map((sum) => money(sum, language)).join(' + ') })}</dd>
      </>}
      {known && conversations > 1 && <><dt>{t('customer.conversations')}</dt><dd className="tabular">{conversations}</dd></>}
      {moods.length > 1 && <><dt>{t('customer.moods')}</dt><dd><Moods moods={moods} /></dd></>}
      {promise && <>
        <dt>{t('customer.promise')}</dt>
        <dd data-testid="promise"><Said text={promise.text} when={promise.when} /> <span className="quiet small">{t('customer.promise.at', { time: dateTime(promise.at, language, zone) })}</span></dd>
      </>}
    </>
  )
}

/** The sentence with the words of its time made bold. */
function Said({ text, when }: { text: string; when: string }) {
  const at = text.indexOf(when)
  return <span dir="auto">{text.slice(0, at)}<b>{when}</b>{text.slice(at + when.length)}</span>
}

/** A bar a message, the higher the worse; the words say the same to those who cannot see it. */
function Moods({ moods }: { moods: readonly number[] }) {
  const { t } = useWords()
  const names = moods.map((level) => t(`mood.${level as 0 | 1 | 2 | 3}`))
  return (
    <span className="moods" role="img" aria-label={t('customer.moods.name', { moods: names.join(', ') })} title={names.at(-1)}>
      {moods.map((level, at) => <span key={at} data-level={level} />)}
    </span>
  )
}
