import type { CaseView } from '../../../src-shared/contract/cases.ts'
import { patchScreen, select } from '../../app/screen.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { addressOf } from '../../ui/attachment.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime, money } from '../../ui/format.ts'

/** What the customer asks and says, with pictures, the chat, and what happened. */
export function CaseFacts({ view }: { view: CaseView }) {
  const { t } = useWords()
  return (
    <div className="case-column">
      <Asks view={view} />
      <section>
        <h2>{t('case.words')}</h2>
        <blockquote className="case-words" dir="auto">{view.case.words}</blockquote>
        <Pictures view={view} />
      </section>
      <Chat view={view} />
      <History view={view} />
    </div>
  )
}

function Asks({ view: { case: one, order } }: { view: CaseView }) {
  const { t, local, language } = useWords()
  const items = one.items.flatMap(({ index, quantity }) => { const item = order?.items[index]; return item ? [{ ...item, quantity }] : [] })
  return (
    <section>
      <h2>{t('case.asks')}</h2>
      <p className="case-asked">
        {one.asked.amount > 0 && t('case.asks.money', { amount: money(one.asked, language) })}
        {one.swap && t('case.asks.swap', { variant: one.swap.variant })}
        {one.asked.amount === 0 && !one.swap && t(`case.kind.${one.kind}`)}
      </p>
      <ul className="case-items">
        {items.map((item) => (
          <li key={item.productId + item.variant.zh}>
            <span className="case-initials" aria-hidden>{[...local(item.title)].slice(0, 2).join('')}</span>
            <span>{local(item.title)}<br /><span className="quiet small">{local(item.variant)} × {item.quantity}</span></span>
          </li>
        ))}
      </ul>
      <p><span className="quiet">{t('case.reason')}</span> {local(one.reason.words)}</p>
    </section>
  )
}

function Pictures({ view: { case: one } }: { view: CaseView }) {
  const { t } = useWords()
  if (one.pictures.length === 0) return <p className="quiet small">{t('case.pictures.none')}</p>
  return (
    <ul className="case-pictures" aria-label={t('case.pictures')}>
      {one.pictures.map(({ sha256 }, n) => {
        const label = t('case.picture', { n: n + 1 })
        return <li key={sha256}><button type="button" aria-label={label} onClick={() => patchScreen({ picture: { sha256, label } })}><img src={addressOf(sha256)} alt="" /></button></li>
      })}
    </ul>
  )
}

function Chat({ view: { conversationId, chat } }: { view: CaseView }) {
  const { t } = useWords()
  return (
    <section>
      <div className="case-section-head">
        <h2>{t('case.chat')}</h2>
        {conversationId !== null && <Button kind="bare" shortcut="C" hint={t('case.chat.open')} onClick={() => select(conversationId)}>{t('case.chat.open')}</Button>}
      </div>
      {chat.length === 0 && <p className="quiet small">{t(conversationId === null ? 'case.chat.none' : 'case.chat.quiet')}</p>}
      <ol className="case-chat">
        {chat.slice(-6).map((line) => <li key={line.id}><span className="quiet small">{line.by === 'customer' ? line.name : t('case.chat.us')}</span> <span dir="auto">{line.text}</span></li>)}
      </ol>
    </section>
  )
}

function History({ view: { case: one } }: { view: CaseView }) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  return (
    <section>
      <h2>{t('case.history')}</h2>
      <ol className="case-history">
        {one.history.map((step) => {
          const reason = one.refuseReasons.find(({ code }) => code === step.reasonCode)
          return (
            <li key={step.id}>
              <span className="tabular quiet small">{dateTime(step.at, language, zone)}</span>
              <span>
                <strong>{t(`case.step.${step.step}`)}</strong> <span className="quiet small">{step.by.kind === 'agent' && step.by.name !== '' ? step.by.name : t(`case.by.${step.by.kind}`)}</span>
                {step.amount && <span className="tabular"> {money(step.amount, language)}</span>}
                {reason && <><br />{local(reason.words)}</>}
                {step.words !== '' && <><br /><q dir="auto">{step.words}</q></>}
                {step.proof.length > 0 && <><br /><span className="quiet small">{step.proof.map((proof) => t(`case.proof.${proof}`)).join(t('list.comma'))}</span></>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
