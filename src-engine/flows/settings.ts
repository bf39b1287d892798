import { z } from 'zod'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import { Settings } from '../../src-shared/contract/desk.ts'
import { Masking, maskingFor } from '../../src-shared/domain/masking.ts'
import type { DeskLanguage } from '../../src-shared/domain/text.ts'
import { forgetAskedRest } from './asked-rest.ts'
import type { Engine } from './context.ts'

/** A field that was never chosen, or that this desk cannot read (a newer desk's, a damaged one), has its default. */
const orDefault = <T extends z.ZodType>(field: T) => field.catch(field.parse(undefined) as z.output<T>)
const { shape } = Settings

/** All but the model, which lies apart. Each field stands for itself: one that is unreadable costs no other. */
const StoredSettings = z.object({
  language: orDefault(shape.language.default('system')),
  theme: orDefault(shape.theme.default('system')),
  /** Empty: not chosen. */
  agentName: orDefault(z.string().max(40).default('')),
  sendWith: orDefault(shape.sendWith.default('ctrl-enter')),
  apart: orDefault(shape.apart),
  density: orDefault(shape.density),
  textSize: orDefault(shape.textSize),
  sound: orDefault(shape.sound),
  notifications: orDefault(shape.notifications),
  shortcuts: orDefault(shape.shortcuts),
  presence: orDefault(shape.presence),
  budget: orDefault(shape.budget),
  side: orDefault(shape.side),
})
type StoredSettings = z.output<typeof StoredSettings>

const StoredModel = z.object({ baseUrl: z.url({ protocol: /^https?$/ }), name: z.string(), key: z.string().nullable(), /** Absent: as the address asks for. */ masking: Masking.optional().catch(undefined), /** Its model for vectors. */ embeddings: z.string().optional().catch(undefined) })
export type StoredModel = z.infer<typeof StoredModel>

type Place = Pick<Engine, 'store' | 'systemLocale'>

const DEFAULTS = StoredSettings.parse({})
const toSettings = (value: unknown): StoredSettings => StoredSettings.catch(DEFAULTS).parse(value)

/** What was chosen at this desk, with the defaults of what was not; nobody changes it in place. */
export const storedSettings = ({ store }: Pick<Engine, 'store'>): Readonly<StoredSettings> => store.settings.readMade('settings', toSettings)

/** The model that was chosen at this desk; null: none, or nothing that can be asked. */
export const storedModel = ({ store }: Pick<Engine, 'store'>): StoredModel | null =>
  StoredModel.nullable().catch(null).parse(store.settings.read<unknown>('model', null))

export function readSettings(engine: Place, environmentModel: StoredModel | null): Settings {
  const settings = storedSettings(engine)
  const own = storedModel(engine)
  const model = own ?? environmentModel
  return {
    ...settings,
    agentName: settings.agentName || (deskLanguage(engine) === 'zh' ? '客服' : 'Support'),
    model: { baseUrl: model?.baseUrl ?? '', name: model?.name ?? '', hasKey: Boolean(model?.key), fromEnvironment: !own && environmentModel !== null, masking: model?.masking ?? maskingFor(model?.baseUrl ?? ''), embeddings: model?.embeddings ?? '' },
  }
}

/** The language that drafts without a better hint, and the screen, use. */
export function deskLanguage(engine: Place): DeskLanguage {
  const chosen = storedSettings(engine).language
  if (chosen !== 'system') return chosen
  return engine.systemLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** The stored key belongs to the host that it was given for; null for any other. */
export const keyFor = (model: StoredModel | null, baseUrl: string): string | null => (model && isSameHost(model, baseUrl) ? model.key : null)

const isSameHost = (model: StoredModel, baseUrl: string): boolean => baseUrl !== '' && URL.canParse(model.baseUrl) && new URL(model.baseUrl).origin === new URL(baseUrl).origin

/** Stores the given fields. The model's key lies in the encrypted database, whose own key lies in the keychain. */
export function changeSettings(engine: Engine, change: CallParams<'settings.set'>): void {
  const { model, ...rest } = change
  engine.store.transaction(() => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    engine.store.settings.write('settings', { ...storedSettings(engine), ...given })
    if (!model) return
    const old = storedModel(engine)
    const key = model.key === undefined ? keyFor(old, model.baseUrl) : model.key || null
    // What was allowed to one host is allowed to no other.
    const masking = model.masking ?? (old && isSameHost(old, model.baseUrl) ? old.masking : undefined)
    const embeddings = model.embeddings ?? (old && isSameHost(old, model.baseUrl) ? old.embeddings : undefined)
    engine.store.settings.write('model', model.baseUrl === '' ? null : { baseUrl: model.baseUrl, name: model.name, key, ...(masking ? { masking } : {}), ...(embeddings ? { embeddings } : {}) })
    forgetAskedRest(engine)
    engine.store.audit.add(engine.clock.now(), 'model-changed', '')
  })
}

/** Whoever starts the desk sits at it: nobody stays away over a restart and misses who needs them. */
export function comeBack({ store }: Pick<Engine, 'store'>): void {
  const stored = storedSettings({ store })
  // A write waits for the disk, and the first queue for the write.
  if (stored.presence !== 'available') store.settings.write('settings', { ...stored, presence: 'available' })
}
