import { z } from 'zod'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import { Settings } from '../../src-shared/contract/desk.ts'
import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import type { Engine } from './context.ts'

/** All but the model, which lies apart. A field that was never chosen has its default, so that old data parses. */
const StoredSettings = Settings.omit({ model: true }).extend({
  language: Settings.shape.language.default('system'), theme: Settings.shape.theme.default('system'),
  /** Empty: not chosen. */
  agentName: z.string().max(40).default(''),
  sendWith: Settings.shape.sendWith.default('ctrl-enter'),
})
type StoredSettings = ReturnType<typeof StoredSettings.parse>
export interface StoredModel {
  baseUrl: string
  name: string
  key: string | null
}

type Place = Pick<Engine, 'store' | 'systemLocale'>

/** What was chosen at this desk, with the defaults of what was not. */
export const storedSettings = ({ store }: Pick<Engine, 'store'>): StoredSettings => StoredSettings.parse(store.settings.read<unknown>('settings', {}))

export function readSettings(engine: Place, environmentModel: StoredModel | null): Settings {
  const settings = storedSettings(engine)
  const own = engine.store.settings.read<StoredModel | null>('model', null)
  const model = own ?? environmentModel
  return {
    ...settings,
    agentName: settings.agentName || (deskLanguage(engine) === 'zh' ? '客服' : 'Support'),
    model: { baseUrl: model?.baseUrl ?? '', name: model?.name ?? '', hasKey: Boolean(model?.key), fromEnvironment: !own && environmentModel !== null },
  }
}

/** The language that drafts without a better hint, and the screen, use. */
export function deskLanguage(engine: Place): DeskLanguage {
  const chosen = storedSettings(engine).language
  if (chosen !== 'system') return chosen
  return engine.systemLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** The stored key belongs to the host that it was given for; null for any other. */
export function keyFor(model: StoredModel | null, baseUrl: string): string | null {
  return model && baseUrl !== '' && URL.canParse(model.baseUrl) && new URL(model.baseUrl).origin === new URL(baseUrl).origin ? model.key : null
}

/** Stores the given fields. The model's key lies in the encrypted database, whose own key lies in the keychain. */
export function changeSettings(engine: Engine, change: CallParams<'settings.set'>): void {
  const { model, ...rest } = change
  engine.store.transaction(() => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    engine.store.settings.write('settings', { ...storedSettings(engine), ...given })
    if (!model) return
    const old = engine.store.settings.read<StoredModel | null>('model', null)
    const key = model.key === undefined ? keyFor(old, model.baseUrl) : model.key || null
    engine.store.settings.write('model', model.baseUrl === '' ? null : { baseUrl: model.baseUrl, name: model.name, key })
    engine.store.audit.add(engine.clock.now(), 'model-changed', '')
  })
}

/** Whoever starts the desk sits at it: nobody stays away over a restart and misses who needs them. */
export function comeBack({ store }: Pick<Engine, 'store'>): void {
  const stored = storedSettings({ store })
  // A write waits for the disk, and the first queue for the write.
  if (stored.presence !== 'available') store.settings.write('settings', { ...stored, presence: 'available' })
}
