import { describe, expect, test } from 'vitest'
import { readOptions, UsageError, withoutSecrets } from './options.ts'

const read = (args: string[], env: NodeJS.ProcessEnv = {}) => readOptions(['--no-sandbox', '/app', ...args], env, '/home/ann')

describe('command line and environment', () => {
  test('S-21 without anything: the recording as recorded, the embedded gateway, no model', () => {
    expect(read([])).toMatchObject({ play: { speed: 1, from: 38_700, until: null }, demo: null, headless: false, gateway: null, model: null, userData: null, passphrase: null })
  })
  test('S-21 --demo 60 plays the half-hour in a minute and reports', () => {
    expect(read(['--demo', '60'])).toMatchObject({ play: { speed: 30, from: 38_700, until: 40_500 }, demo: { seconds: 60 }, headless: true })
    expect(read(['--demo=90']).play?.speed).toBe(20)
  })
  test('S-21 --speed takes a number or off', () => {
    expect(read(['--speed', '12.5']).play).toEqual({ speed: 12.5, from: 38_700, until: null })
    expect(read(['--speed', 'off']).play).toBeNull()
  })
  test.each([['--demo', '0'], ['--demo', '1801'], ['--demo', 'x'], ['--demo'], ['--demo', '--speed'], ['--speed', '-1'], ['--speed', 'fast']])('S-21 wrong usage (%s %s) is said, not guessed at', (...args) => {
    expect(() => read(args)).toThrow(UsageError)
  })
  test('S-21 --user-data beats DESKMATE_USER_DATA; a relative folder is meant from where the person stands', () => {
    expect(read(['--user-data', 'mine'], { DESKMATE_USER_DATA: '/other' }).userData).toBe('/home/ann/mine')
    expect(read([], { DESKMATE_USER_DATA: '/other' }).userData).toBe('/other')
  })
  test('S-21 a gateway elsewhere needs its token: a desk without one would only ever be refused', () => {
    expect(read([], { DESKMATE_GATEWAY_URL: 'https://g.example', DESKMATE_SEAT_TOKEN: 't' }).gateway).toEqual({ url: 'https://g.example', token: 't' })
    expect(() => read([], { DESKMATE_GATEWAY_URL: 'https://g.example' })).toThrow(UsageError)
    expect(() => read([], { DESKMATE_SEAT_TOKEN: 't' })).toThrow(UsageError)
  })
  test('S-21 the model: an address, or a key for the usual address; a name alone is no model', () => {
    expect(read([], { DESKMATE_MODEL_BASE_URL: 'http://127.0.0.1:11434/v1', DESKMATE_MODEL: 'qwen' }).model).toEqual({ baseUrl: 'http://127.0.0.1:11434/v1', name: 'qwen', key: null, embeddings: '' })
    expect(read([], { DESKMATE_MODEL: 'gpt', OPENAI_API_KEY: 'k' }).model).toEqual({ baseUrl: 'https://api.openai.com/v1', name: 'gpt', key: 'k', embeddings: '' })
    expect(read([], { DESKMATE_MODEL: 'gpt', DESKMATE_MODEL_KEY: 'ours', OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://x/v1' }).model).toEqual({ baseUrl: 'http://x/v1', name: 'gpt', key: 'ours', embeddings: '' })
    expect(read([], { DESKMATE_MODEL: 'qwen' }).model).toBeNull()
  })
  test('S-21 a key of OpenAI that lies in the shell for other programs sends no customer\'s words there: a desk that is chatty unasked', () => {
    expect(read([], { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://x/v1' }).model).toBeNull()
    expect(read([], { OPENAI_API_KEY: 'k', DESKMATE_MODEL_BASE_URL: 'http://mine/v1' }).model).toEqual({ baseUrl: 'http://mine/v1', name: '', key: null, embeddings: '' })
  })
  test('S-21 a log level that there is not is said: engine and gateway would end again and again', () => {
    expect(() => read([], { DESKMATE_LOG: 'loud' })).toThrow(UsageError)
    expect(() => read([], { DESKMATE_LOG: 'debug' })).not.toThrow()
    expect(() => read([], { DESKMATE_LOG: '' })).not.toThrow()
  })
  test.each([
    { DESKMATE_MODEL_BASE_URL: 'localhost:11434/v1' }, { DESKMATE_MODEL_BASE_URL: 'qwen' }, { DESKMATE_MODEL: 'm', OPENAI_BASE_URL: 'file:///v1' },
    { DESKMATE_GATEWAY_URL: 'localhost:4710', DESKMATE_SEAT_TOKEN: 't' },
  ])('S-21 an address that is none (%o) is said at the start, with its name: a desk that only ever says offline', (env) => {
    expect(() => read([], env)).toThrow(UsageError)
    expect(() => read([], env)).toThrow(/^(DESKMATE_MODEL_BASE_URL|OPENAI_BASE_URL|DESKMATE_GATEWAY_URL) is "/)
  })
})

test('S-24 no secret goes into the environment of a child process', () => {
  const secrets = { DESKMATE_KEY: 'a', DESKMATE_SEAT_TOKEN: 'b', DESKMATE_MODEL_KEY: 'c', OPENAI_API_KEY: 'd' }
  expect(withoutSecrets({ ...secrets, PATH: '/bin', DESKMATE_MODEL: 'm' })).toEqual({ PATH: '/bin', DESKMATE_MODEL: 'm' })
})
