import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startModelServer, type ModelServer } from '../../../tests/support/model-server.ts'
import { probeBoth, probeModel } from './probe.ts'

const open: (ModelServer | Server)[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((done) => ('url' in server ? void server.close().then(done) : server.close(() => done())))
})

async function scripted(key?: string): Promise<ModelServer> {
  const server = await startModelServer([{ do: 'tokens', tokens: ['好'] }], { model: 'qwen3', key })
  open.push(server)
  return server
}
/** A plain server that answers each path with a status and JSON. */
async function plain(answer: (path: string) => [number, unknown]): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body] = answer(request.url ?? '')
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  open.push(server)
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}
const outcome = async (baseUrl: string, name = 'qwen3', key: string | null = null) => (await probeModel({ baseUrl, name, key })).outcome

test('Z-10 a living endpoint with the model is ok, without it says which models there are (else the first draft fails in front of a customer)', async () => {
  const { url } = await scripted()
  expect(await probeModel({ baseUrl: url, name: 'qwen3', key: null })).toMatchObject({ outcome: 'ok', models: ['qwen3'] })
  expect(await probeModel({ baseUrl: url, name: 'qwen9', key: null })).toMatchObject({ outcome: 'unknown-model', models: ['qwen3'] })
  expect(await outcome(url, '')).toBe('no-name')
})

test('Z-10 a refused key, nobody at home and a wrong path are told apart', async () => {
  const { url } = await scripted('right')
  expect(await outcome(url, 'qwen3', 'wrong')).toBe('unauthorised')
  expect(await outcome(url, 'qwen3', 'right')).toBe('ok')
  expect(await outcome(await plain(() => [404, {}]))).toBe('not-found')
  expect(await outcome(await plain(() => [429, {}]))).toBe('busy')
  const gone = await plain(() => [200, {}])
  await new Promise<void>((done) => { (open.pop() as Server).close(() => done()) })
  expect(await outcome(gone)).toBe('unreachable')
})

test('Z-10 a server without a list of models is asked for one token of the model, and for nothing of a customer', async () => {
  expect(await outcome(await plain((path) => (path.endsWith('/models') ? [404, {}] : [200, { choices: [] }])))).toBe('ok')
})

test('Z-10 a server that says nothing is unreachable after the limit', async () => {
  const server = createServer(() => undefined)
  open.push(server)
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  const result = await probeModel({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, name: 'qwen3', key: null }, 50)
  server.closeAllConnections()
  expect(result.outcome).toBe('unreachable')
})

test('Z-10 the model for meaning is tried too: with vectors it is well, without it is told, and where nobody answers it is not asked', async () => {
  const vectors = await plain((path) => (path.endsWith('/models') ? [200, { data: [{ id: 'qwen3' }] }] : [200, { data: [{ index: 0, embedding: [0.5, 0.5] }] }]))
  const none = await plain((path) => (path.endsWith('/models') ? [200, { data: [{ id: 'qwen3' }] }] : [404, {}]))
  const config = { name: 'qwen3', key: null }
  expect(await probeBoth({ ...config, baseUrl: vectors }, 'bge-m3')).toMatchObject({ outcome: 'ok', meaning: true })
  expect(await probeBoth({ ...config, baseUrl: none }, 'bge-m3')).toMatchObject({ outcome: 'ok', meaning: false })
  expect(await probeBoth({ ...config, baseUrl: vectors }, '')).toMatchObject({ outcome: 'ok', meaning: null })
})
