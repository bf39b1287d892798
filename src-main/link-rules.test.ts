import { describe, expect, test } from 'vitest'
import { describeLink, externalLink } from './link-rules.ts'
import { isOurFrame, isOwnFile, mayNavigate } from './our-page.ts'

describe('links out of the app', () => {
  test.each(['https://example.com/a?b=1', 'http://example.com', 'mailto:help@example.com'])('S-14 %s may be offered', (link) => {
    expect(externalLink(link)).not.toBeNull()
  })
  test.each([
    'file:///etc/passwd', 'javascript:alert(1)', 'app://desk/index.html', 'smb://host/share', 'ms-msdt:/id', 'data:text/html,x', 'example.com', '', 'https://', 'vbscript:x',
    `https://example.com/${'a'.repeat(3000)}`, { href: 'https://example.com' }, null, 7,
  ])('S-14 %j is never opened', (link) => {
    expect(externalLink(link)).toBeNull()
  })
  test('S-14 a user name that makes one host look like another is refused', () => {
    expect(externalLink('https://shop.example@evil.example/')).toBeNull()
  })
  test('S-14 the question names the host in ASCII, so that a look-alike is seen', () => {
    const link = externalLink('https://аррle.com/login')
    expect(link && describeLink(link).where).toMatch(/^xn--/)
  })
})

describe('who is heard', () => {
  const DEV = 'http://localhost:5173'
  test('S-14 only the main frame of our own page', () => {
    expect(isOurFrame({ url: 'app://desk/index.html', parent: null }, null)).toBe(true)
    expect(isOurFrame({ url: 'app://desk/index.html', parent: {} }, null)).toBe(false)
    expect(isOurFrame({ url: 'https://desk/index.html', parent: null }, null)).toBe(false)
    expect(isOurFrame({ url: 'app://desk.evil/index.html', parent: null }, null)).toBe(false)
    expect(isOurFrame(null, null)).toBe(false)
  })
  test('S-14 the development server is ours only where one is in use', () => {
    expect(isOurFrame({ url: `${DEV}/`, parent: null }, DEV)).toBe(true)
    expect(isOurFrame({ url: `${DEV}/`, parent: null }, null)).toBe(false)
    expect(isOurFrame({ url: 'http://localhost:51730/', parent: null }, DEV)).toBe(false)
  })
  test.each(['https://example.com/', 'app://desk/attachment/aa', 'app://other/index.html', 'file:///index.html', 'about:blank', 'nonsense'])('S-12 a window may not go to %s', (address) => {
    expect(mayNavigate(address, null)).toBe(false)
  })
  test('S-12 a reload of the page itself is allowed', () => {
    expect(mayNavigate('app://desk/index.html#/inbox', null)).toBe(true)
  })
})

test('H-13 only a file that our own page made is offered for saving: a download that a customer\'s link starts', () => {
  expect(isOwnFile('blob:app://desk/0f1e', null)).toBe(true)
  for (const address of ['blob:https://evil.example/0f1e', 'https://evil.example/a.csv', 'app://desk/index.html', 'blob:app://desk.evil/1', 'data:text/csv,a']) expect([address, isOwnFile(address, null)]).toEqual([address, false])
})
