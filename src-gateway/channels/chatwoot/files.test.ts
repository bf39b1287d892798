import { expect, test } from 'vitest'
import { mayFetch } from './files.ts'

test('CT-12 files come from the server itself or from public names over TLS: no address of the house, no other scheme (a message that makes the gateway ask the router)', () => {
  const origin = 'http://10.0.0.5:3000'
  for (const good of ['http://10.0.0.5:3000/rails/x.png', 'https://bucket.s3.amazonaws.com/x?sig=1']) expect([good, mayFetch(origin, good)]).toEqual([good, true])
  for (const bad of [
    'http://10.0.0.5:3001/x', 'http://bucket.s3.amazonaws.com/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://192.168.1.1/x', 'https://2130706433/x', 'https://0x7f.1/x', 'https://localhost/x', 'https://localhost./x',
    'https://router.lan/x', 'https://metadata.google.internal/x', 'https://nas/x', 'file:///etc/passwd', 'ftp://a.example/x', 'x', '',
  ]) expect([bad, mayFetch(origin, bad)]).toEqual([bad, false])
})
