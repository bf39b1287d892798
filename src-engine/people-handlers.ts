import type { PeopleWindowCalls } from '../src-shared/contract/people.ts'
import { AppError } from '../src-shared/errors.ts'
import type { SignedIn } from '../src-shared/wire/seat-people.ts'
import { deskLabel, gatewayAddress, joinAt, signInAt, signOutAt } from './adapters/session-client.ts'
import type { Handlers } from './door.ts'
import type { Engine } from './flows/context.ts'

/** The gateway of a team that this desk was signed in at. */
export interface Team { url: string; token: string; name: string }

/** Which gateway the desk works with. */
export interface TeamPlace {
  team(): Team | null
  /** Is the gateway named from outside, so that nobody joins another one here? */
  fixed: boolean
  /** null: back to the gateway of this computer. */
  move(team: Team | null): void
}

const DONE = {}

const fixedPlace = (): AppError => new AppError({
  code: 'gateway-fixed', retryable: false,
  say: { zh: '这台桌面的网关由启动时的设置指定，不能在这里更换。', en: 'The gateway of this desk was named when it was started; it cannot be changed here.' },
})

/** What the window may ask about people; their rules are the gateway's. */
export function peopleHandlers(engine: Engine, place: TeamPlace): Pick<Handlers, keyof PeopleWindowCalls> {
  const { link } = engine
  const desk = () => ({ seatId: engine.seatId, label: deskLabel() })
  const enter = (url: string, { token, account }: SignedIn) => {
    place.move({ url, token, name: account.name })
    return DONE
  }
  const addressOf = (typed: string): string => {
    if (place.fixed) throw fixedPlace()
    return gatewayAddress(typed)
  }
  return {
    'people.list': () => link.call('people.list', {}),
    'people.put': async (params) => {
      await link.call('people.put', { id: engine.newId(), ...params })
      return DONE
    },
    'people.invite': (params) => link.call('people.invite', params),
    'people.uninvite': (params) => link.call('people.uninvite', params),
    'people.endSession': (params) => link.call('people.endSession', params),
    'people.password': (params) => link.call('people.password', params),
    'people.reach': (params) => link.call('people.reach', params),
    'people.record': (params) => link.call('audit.page', params),
    'people.verify': () => link.call('audit.verify', {}),
    'people.place': () => {
      const team = place.team()
      return { joined: team && { address: team.url, name: team.name }, fixed: place.fixed }
    },
    'people.join': async ({ address, code, name, password }) => {
      const url = addressOf(address)
      return enter(url, await joinAt(url, { code, name, password, ...desk() }))
    },
    'people.signIn': async ({ address, name, password }) => {
      const url = addressOf(address)
      return enter(url, await signInAt(url, { name, password, ...desk() }))
    },
    'people.signOut': async () => {
      const team = place.team()
      if (team === null) return DONE
      place.move(null)
      await signOutAt(team.url, team.token)
      return DONE
    },
  }
}
