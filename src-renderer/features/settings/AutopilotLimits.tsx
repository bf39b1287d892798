import type { IntentPolicy, Policy } from '../../../src-shared/domain/policy.ts'
import type { OrderStatus } from '../../../src-shared/domain/order.ts'
import { pause } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk, useDeskState } from '../../bridge/hooks.ts'
import { Choice } from './fields.tsx'
import { useAbout } from './use-about.ts'

/** On or paused, what that means, and how far the supervisor lets it go. */
export function AutopilotLimits() {
  const { t } = useWords()
  const desk = useDesk()
  const state = useDeskState()
  const policies = useAbout()?.policies
  const shown = policies?.filter((policy) => Object.keys(policy.intents).length > 0)
  return (
    <>
      <p>{t('settings.autopilot.what')}</p>
      {state && (
        <Choice
          legend={t('settings.autopilot.state')} value={state.autopilot.paused ? 'paused' : 'on'} onChange={(value) => pause(desk, value === 'paused')}
          options={[['on', t('settings.autopilot.on')], ['paused', t('settings.autopilot.off')]]}
        />
      )}
      {state && <p className="small quiet">{t(`autopilot.level.${state.autopilot.level}`)}</p>}
      <section className="setting">
        <h4>{t('settings.autopilot.limits')}</h4>
        <p className="small quiet">{t(shown?.length === 0 ? 'settings.autopilot.none' : 'settings.autopilot.limits.help')}</p>
        {shown?.map((policy) => <Limits key={policy.id} policy={policy} />)}
      </section>
    </>
  )
}

const STATES: Readonly<Record<OrderStatus, true>> = { unpaid: true, paid: true, shipped: true, delivered: true, completed: true, cancelled: true, refunding: true, refunded: true }
const isStatus = (state: string): state is OrderStatus => state in STATES

function Limits({ policy }: { policy: Policy }) {
  const { t, label } = useWords()
  const always = new Set([...policy.alwaysPerson.topics, ...policy.alwaysPerson.marks, ...policy.alwaysPerson.acts].flatMap((code) => label(code) ?? []))
  return (
    <>
      <table className="limits">
        <thead>
          <tr>
            <th scope="col">{t('settings.autopilot.topic')}</th><th scope="col">{t('settings.autopilot.level')}</th><th scope="col">{t('settings.autopilot.undo')}</th>
            <th scope="col">{t('settings.autopilot.sure')}</th><th scope="col">{t('settings.autopilot.orders')}</th>
          </tr>
        </thead>
        <tbody>{Object.entries(policy.intents).map(([code, intent]) => <Limit key={code} name={label(code)} intent={intent} />)}</tbody>
      </table>
      {always.size > 0 && (
        <section className="setting">
          <h4>{t('settings.autopilot.always')}</h4>
          <ul className="always small">{[...always].map((name) => <li key={name}>{name}</li>)}</ul>
        </section>
      )}
    </>
  )
}

/** A topic that this screen has no name for is left out: codes are not for people. */
function Limit({ name, intent }: { name: string | null; intent: IntentPolicy }) {
  const { t } = useWords()
  if (!name) return null
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t(`autonomy.${intent.level}`)}</td>
      <td className="tabular">{intent.level === 'undo' ? t('settings.seconds', { count: intent.undoSeconds }) : '–'}</td>
      <td className="tabular">{Math.round(intent.confidenceFloor * 100)} %</td>
      <td>{intent.orderStates.flatMap((state) => (isStatus(state) ? t(`order.${state}`) : [])).join(' · ')}</td>
    </tr>
  )
}
