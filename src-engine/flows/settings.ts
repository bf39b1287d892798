import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Settings } from '../../src-shared/contract/desk.ts'
import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import type { Engine } from './context.ts'

interface StoredSettings {
  language: Settings['language']
  theme: Settings['theme']
  agentName: string
  sendWith: Settings['sendWith']
  density: Settings['density']
}
export interface StoredModel {
  baseUrl: string
  name: string
  key: string | null
}

const DEFAULTS: StoredSettings = { language: 'system', theme: 'system', agentName: '', sendWith: 'ctrl-enter', density: 'comfortable' }

type Place = Pick<Engine, 'store' | 'systemLocale'>

export function readSettings(engine: Place, environmentModel: StoredModel | null): Settings {
  const stored = { ...DEFAULTS, ...engine.store.settings.read<Partial<StoredSettings>>('settings', {}) }
  const own = engine.store.settings.read<StoredModel | null>('model', null)
  const model = own ?? environmentModel
  return {
    ...stored,
    agentName: stored.agentName || (deskLanguage(engine) === 'zh' ? '客服' : 'Support'),
    model: { baseUrl: model?.baseUrl ?? '', name: model?.name ?? '', hasKey: Boolean(model?.key), fromEnvironment: !own && environmentModel !== null },
  }
}

/** The language that drafts without a better hint, and the screen, use. */
export function deskLanguage(engine: Place): DeskLanguage {
  const chosen = engine.store.settings.read<Partial<StoredSettings>>('settings', {}).language ?? 'system'
  if (chosen !== 'system') return chosen
  return engine.systemLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Stores the given fields. The model's key lies in the encrypted database, whose own key lies in the keychain. */
export function changeSettings(engine: Engine, change: CallParams<'settings.set'>): void {
  const { model, ...rest } = change
  engine.store.transaction(() => {
    const before = engine.store.settings.read<Partial<StoredSettings>>('settings', {})
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    engine.store.settings.write('settings', { ...before, ...given })
    if (!model) return
    const old = engine.store.settings.read<StoredModel | null>('model', null)
    // The stored key belongs to the host that it was given for.
    const kept = old && model.baseUrl !== '' && new URL(old.baseUrl).origin === new URL(model.baseUrl).origin ? old.key : null
    const key = model.key === undefined ? kept : model.key || null
    engine.store.settings.write('model', model.baseUrl === '' ? null : { baseUrl: model.baseUrl, name: model.name, key })
    engine.store.audit.add(engine.clock.now(), 'model-changed', '')
  })
}
