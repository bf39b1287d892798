import { expect, test } from 'vitest'
import { ChatLook, isPageOrigin, PLAIN_LOOK, PLAIN_WEB_CHAT, WebChatSettings } from './web-chat.ts'

test('WC-2 an origin is a scheme and a host and nothing more: a wildcard over the world, or a list that ends the header', () => {
  for (const good of ['https://shop.example', 'https://www.shop.example:8443', 'https://*.shop.example', 'http://localhost:8080', 'http://127.0.0.1:3000']) expect([good, isPageOrigin(good)]).toEqual([good, true])
  for (const bad of ['', '*', 'https:', 'https://*', 'http://shop.example', 'https://shop.example/', 'https://shop.example/a', 'https://a.example; script-src *', 'https://a.example https://b.example', 'https://*.*.example', 'javascript:alert(1)', 'data:text/html,x', 'https://user@shop.example', 'HTTPS://SHOP.example', "'self'"]) {
    expect([bad, isPageOrigin(bad)]).toEqual([bad, false])
  }
})

test('WC-6 what is no colour and no picture is not kept: a look that carries a script', () => {
  expect(WebChatSettings.safeParse(PLAIN_WEB_CHAT).success).toBe(true)
  for (const wrong of [{ colour: 'red;x:url(//e)' }, { logo: 'https://evil.example/pixel.png' }, { logo: 'data:image/svg+xml;base64,PHN2Zz4=' }, { theme: 'x' }, { title: { zh: 'x'.repeat(41), en: '' } }]) {
    expect(ChatLook.safeParse({ ...PLAIN_LOOK, ...wrong }).success).toBe(false)
  }
})
