import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CALLS } from '../../src-shared/contract/calls.ts'
import { autopilotPaused } from '../../src-engine/flows/autopilot-paused.ts'
import { checkModel } from '../../src-engine/flows/check-model.ts'
import { changeSettings, comeBack, readSettings, type StoredModel } from '../../src-engine/flows/settings.ts'
import { openDatabase } from '../../src-engine/store/db/open.ts'
import { binding, KEY, openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

let desk: Desk
beforeEach(() => { desk = openDesk(new MemoryGateway()) })
afterEach(() => void desk.kill())
const settings = () => readSettings(desk.engine, null)

test('Z-11 settings of an older desk are kept, and what it did not know has its usual value', () => {
  desk.store.settings.write('settings', { language: 'en', theme: 'dark', agentName: 'Mia', sendWith: 'enter' })
  expect(settings()).toMatchObject({ language: 'en', theme: 'dark', agentName: 'Mia', density: 'comfortable', textSize: 100, shortcuts: {}, presence: 'available', notifications: { enabled: true, whenFocused: false } })
  expect(settings().sound).toEqual({ enabled: true, volume: 40, quiet: true, from: '22:00', to: '08:00' })
})

test('Z-11 a change of one setting changes no other (a default that fills itself in would)', () => {
  changeSettings(desk.engine, CALLS['settings.set'].params.parse({ density: 'compact', shortcuts: { resolve: ['Alt+KeyX'] } }))
  const parsed = CALLS['settings.set'].params.parse({ textSize: 125 })
  expect(parsed).toEqual({ textSize: 125 })
  changeSettings(desk.engine, parsed)
  expect(settings()).toMatchObject({ density: 'compact', textSize: 125, shortcuts: { resolve: ['Alt+KeyX'] } })
})

test('Z-19 a setting that cannot be read costs itself alone: a desk that does not start for one bad value', () => {
  desk.store.settings.write('settings', { language: 'fr', theme: 'dark', agentName: 7, textSize: 900, sound: { volume: 'loud' }, shortcuts: [], density: 'compact', presence: 'gone' })
  desk.store.settings.write('model', { baseUrl: 'nowhere' })
  comeBack(desk.engine)
  expect(settings()).toMatchObject({ language: 'system', theme: 'dark', density: 'compact', textSize: 100, shortcuts: {}, presence: 'available', sendWith: 'ctrl-enter', model: { baseUrl: '', hasKey: false } })
  desk.store.settings.write('settings', 'nonsense')
  expect(settings()).toMatchObject({ theme: 'system', density: 'comfortable' })
})

test('Z-19 values that are no JSON count as never chosen, but a kill switch that cannot be read counts as on', () => {
  const dir = desk.kill()
  const db = openDatabase({ file: path.join(dir, 'desk.db'), key: KEY, binding })
  for (const name of ['settings', 'model', 'autopilot-paused', 'clock-offset']) db.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', name, '{broken')
  db.close()
  desk = openDesk(new MemoryGateway(), { dir })
  comeBack(desk.engine)
  expect(settings()).toMatchObject({ theme: 'system', presence: 'available', model: { baseUrl: '' } })
  expect(desk.store.settings.read('clock-offset', 0)).toBe(0)
  expect(autopilotPaused(desk.engine)).toBe(true)
})

test('Z-12 nobody stays away over a restart of the desk', () => {
  changeSettings(desk.engine, { presence: 'away', density: 'compact' })
  comeBack(desk.engine)
  expect(settings()).toMatchObject({ presence: 'available', density: 'compact' })
})

test('BE-13 a start that changes nothing writes nothing (the first queue would wait for the disk)', () => {
  const before = desk.store.settings.read<unknown>('settings', null)
  comeBack(desk.engine)
  expect(desk.store.settings.read<unknown>('settings', null)).toEqual(before)
  expect(before).toBeNull()
})

test('Z-10 a model is tried with the stored key on its own host only, and nothing is stored by trying', async () => {
  changeSettings(desk.engine, { model: { baseUrl: 'https://models.example/v1', name: 'a', key: 'secret' } })
  const tried: StoredModel[] = []
  const probe = async (config: StoredModel) => {
    tried.push(config)
    return { outcome: 'ok' as const, ms: 1, models: [], meaning: null }
  }
  await checkModel(desk.engine, { baseUrl: 'https://models.example/v2', name: 'b' }, null, probe)
  await checkModel(desk.engine, { baseUrl: 'https://elsewhere.example/v1', name: 'b' }, null, probe)
  await checkModel(desk.engine, { baseUrl: 'https://elsewhere.example/v1', name: 'b', key: 'typed' }, null, probe)
  expect(tried.map((t) => t.key)).toEqual(['secret', null, 'typed'])
  expect(settings().model).toMatchObject({ baseUrl: 'https://models.example/v1', name: 'a', hasKey: true })
})

test('TR-12 what an endpoint may read goes by its address until a person says otherwise, and what one host may read no other may', () => {
  changeSettings(desk.engine, { model: { baseUrl: 'http://127.0.0.1:11434/v1', name: 'a' } })
  expect(settings().model.masking).toBe('secrets')
  changeSettings(desk.engine, { model: { baseUrl: 'https://models.example/v1', name: 'a' } })
  expect(settings().model.masking).toBe('all')
  changeSettings(desk.engine, { model: { baseUrl: 'https://models.example/v1', name: 'a', masking: 'secrets' } })
  changeSettings(desk.engine, { model: { baseUrl: 'https://models.example/v1', name: 'b', key: '' } })
  expect(settings().model).toMatchObject({ name: 'b', masking: 'secrets' })
  changeSettings(desk.engine, { model: { baseUrl: 'https://elsewhere.example/v1', name: 'b' } })
  expect(settings().model.masking).toBe('all')
  desk.store.settings.write('model', { baseUrl: 'https://models.example/v1', name: 'a', key: null, masking: 'everything' })
  expect(settings().model).toMatchObject({ baseUrl: 'https://models.example/v1', masking: 'all' })
})
