import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { API_SCOPES, EVENT_TYPES } from '../../src-shared/domain/integration.ts'
import { makeKey } from './api-caller.ts'
import { openSite, type Site } from './gateway-harness.ts'

let site: Site
let page: string
let values: Record<string, string>
beforeAll(async () => {
  page = await readFile('docs/http-api.md', 'utf8')
  site = await openSite()
  const seat = await site.seat()
  await seat.call('live', {})
  await (await site.visitor()).say('hello')
  values = { API: `${site.ready.openUrl}/api/v1`, KEY: await makeKey(seat, 'ERP', API_SCOPES), CONVERSATION: (await seat.heard('hello')).conversationId }
})
afterAll(() => site.remove())

/** The words of a command line as a shell splits them: variables only outside of single quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:'([^']*)'|"([^"]*)"|[^\s'"]+)/g)].map(([whole, single, double]) => single ?? (double ?? whole).replace(/\$(\w+)/g, (_all, name: string) => values[name] ?? ''))
}

/** Does what curl would do with -X, -H, -d and an address; any other option is no example of ours. */
async function curl(line: string): Promise<Response> {
  const [command, ...rest] = words(line)
  expect(command).toBe('curl')
  const headers = new Headers()
  let [method, body, url] = ['GET', undefined as string | undefined, '']
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? ''
    if (word === '-X') method = rest[(at += 1)] ?? ''
    else if (word === '-H') {
      const [name = '', value = ''] = (rest[(at += 1)] ?? '').split(': ')
      headers.append(name, value)
    } else if (word === '-d') body = rest[(at += 1)]
    else {
      expect(word).toMatch(/^http/)
      url = word
    }
  }
  return fetch(url, { method, headers, ...(body === undefined ? {} : { body }) })
}

test('HA-21 every example of the page works as it stands, and again without doing it twice; the page names every scope and every event (a manual that is wrong)', async () => {
  const examples = page.split('\n').filter((line) => line.startsWith('curl '))
  expect(examples).toHaveLength(4)
  for (const example of examples) {
    const first = await curl(example)
    expect([example, first.status]).toEqual([example, example.includes(' -X POST ') ? 201 : 200])
    const again = await curl(example)
    expect(again.headers.get('idempotent-replayed')).toBe(example.includes(' -X POST ') ? 'true' : null)
    if (example.includes(' -X POST ')) expect(await again.text()).toBe(await first.text())
  }
  for (const name of [...API_SCOPES, ...EVENT_TYPES]) expect(page).toContain(`\`${name}\``)
})
