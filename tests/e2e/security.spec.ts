import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Desk } from './support/app.ts'

// Electron's security checklist, one test an item. What needs no window is tested beside the code (src-main/*.test.ts).

test('S-15 the page runs in a sandbox: nothing of Node, and five functions of ours', async ({ launch }) => {
  const { app, page } = await launch()
  expect(await page.evaluate(() => ['process', 'require', 'module', 'Buffer', 'electron', '__dirname'].filter((name) => name in globalThis))).toEqual([])
  expect(await page.evaluate(() => Object.keys((globalThis as unknown as { deskmate: object }).deskmate).sort())).toEqual(['openLink', 'otherWindow', 'ready', 'saveEvidence', 'saveFile', 'side'])
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, experimentalFeatures: false, allowRunningInsecureContent: false })
})

test('S-15 the page comes over our own protocol, which counts as secure', async ({ launch }) => {
  const { page } = await launch()
  expect(page.url()).toMatch(/^app:\/\/desk\/(index\.html)?/)
  expect(await page.evaluate(() => [isSecureContext, crossOriginIsolated, location.origin])).toEqual([true, false, 'app://desk'])
})

test('S-10 the content policy stands in the answer, and inline scripts and styles do not run', async ({ launch }) => {
  const { page } = await launch()
  const policy = await page.evaluate(async () => (await fetch('app://desk/index.html')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const outcome = await page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.intruder = true'
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    const frame = document.createElement('iframe')
    frame.src = 'data:text/html,x'
    document.body.append(script, style, frame)
    const fetched = await fetch('https://example.invalid/').then(() => 'went through', () => 'stopped')
    // Violations are told in tasks of their own, the frame's last.
    for (let i = 0; i < 200 && blocked.length < 4; i++) await new Promise((done) => setTimeout(done, 20))
    return { blocked: [...new Set(blocked)].sort(), ran: 'intruder' in globalThis, outline: getComputedStyle(document.body).outlineWidth, fetched }
  })
  expect(outcome.blocked).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'script-src-elem', 'style-src-elem']))
  expect(outcome).toMatchObject({ ran: false, fetched: 'stopped' })
  expect(outcome.outline).not.toBe('7px')
})

test('S-9 no address of the app protocol leads out of the page folder', async ({ launch }) => {
  const { page } = await launch()
  const paths = ['../main/index.js', '..%2fmain%2findex.js', '%2e%2e%2f%2e%2e%2fpackage.json', 'assets/..%2f..%2fpreload%2findex.cjs', '..%5cmain%5cindex.js', '%2fetc%2fpasswd']
  const answers = await page.evaluate((each) => Promise.all(each.map(async (path) => (await fetch(`app://desk/${path}`)).status)), paths)
  expect(answers).toEqual(paths.map(() => 404))
})

test('S-11 an attachment that nobody has is not found, instead of being looked up on the disk', async ({ launch }) => {
  const { page, ready } = await launch()
  await ready()
  await expect.poll(() => page.evaluate(async () => (await fetch(`app://desk/attachment/${'0'.repeat(64)}`)).status)).toBe(404)
})

test('S-12 the window goes nowhere else, opens no other and holds no webview', async ({ launch }) => {
  const { app, page } = await launch()
  const before = page.url()
  const opened = await page.evaluate(() => {
    const window_ = window.open('https://example.invalid/')
    const link = document.createElement('a')
    link.href = 'https://example.invalid/'
    link.target = '_blank'
    document.body.append(link, document.createElement('webview'))
    link.click()
    return window_ === null
  })
  expect(opened).toBe(true)
  for (const target of ['https://example.invalid/', 'data:text/html,x', 'app://desk/assets/', 'file:///etc/hostname']) {
    await page.evaluate((url) => { location.href = url }, target).catch(() => undefined)
  }
  await page.evaluate(() => document.title) // the page is alive and the refusals are through
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('S-13 permissions are denied, whatever is asked for', async ({ launch }) => {
  const { page } = await launch()
  const answers = await page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      states: await Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(state)),
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error: Error) => error.name),
    }
  })
  expect(answers.states).toEqual(answers.states.map(() => 'denied'))
  expect(answers.notification).toBe('denied')
  expect(answers.camera).not.toBe('given')
})

/** Replaces the dialog and the browser by records of what they were asked; `answer` is the button that is pressed. */
async function recordLinks({ app }: Desk, answer: number): Promise<{ asked: () => Promise<string[]>; opened: () => Promise<string[]> }> {
  await app.evaluate(({ dialog, shell }, response) => {
    const record = { asked: [] as string[], opened: [] as string[] }
    Object.assign(globalThis, { record })
    dialog.showMessageBox = (async (...args: unknown[]) => {
      const options = args.at(-1) as { message: string; detail: string }
      record.asked.push(`${options.message} | ${options.detail}`)
      return { response, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    shell.openExternal = async (url) => { record.opened.push(url) }
  }, answer)
  const read = (what: 'asked' | 'opened') => () => app.evaluate((_electron, name) => (globalThis as unknown as { record: Record<string, string[]> }).record[name] ?? [], what)
  return { asked: read('asked'), opened: read('opened') }
}
const openLink = (link: string) => (globalThis as unknown as { deskmate: { openLink: (url: string) => void } }).deskmate.openLink(link)

test('S-14 a link is opened outside only after the person saw its host and agreed', async ({ launch }) => {
  const desk = await launch()
  const refused = await recordLinks(desk, 0)
  await desk.page.evaluate(openLink, 'https://shop.example/track?no=1')
  await expect.poll(refused.asked).toHaveLength(1)
  expect((await refused.asked())[0]).toContain('shop.example')
  expect(await refused.opened()).toEqual([])
  const agreed = await recordLinks(desk, 1)
  await desk.page.evaluate(openLink, 'https://shop.example/track?no=1')
  await expect.poll(agreed.opened).toEqual(['https://shop.example/track?no=1'])
})

test('S-14 other schemes are not even asked about', async ({ launch }) => {
  const desk = await launch()
  const links = await recordLinks(desk, 1)
  for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://host/x', 'https://shop.example@evil.example/', 'nonsense']) await desk.page.evaluate(openLink, link)
  await desk.page.evaluate(openLink, 'https://last.example/')
  await expect.poll(links.opened).toEqual(['https://last.example/'])
  expect(await links.asked()).toHaveLength(1)
})

test('S-14 a page that is not ours is not heard: no link, no port, even with our preload', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  const links = await recordLinks(desk, 1)
  const got = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true } })
    await stranger.loadURL('data:text/html,stranger')
    return stranger.webContents.executeJavaScript(`new Promise((done) => {
      addEventListener('message', () => done('a port'))
      deskmate.openLink('https://evil.example/')
      deskmate.ready()
      setTimeout(() => done('nothing'), 500)
    })`) as Promise<string>
  })
  expect(got).toBe('nothing')
  await desk.page.evaluate(openLink, 'https://last.example/')
  await expect.poll(links.opened).toEqual(['https://last.example/'])
})

test('S-26 what is shown in the session reaches no network, even a page without a content policy', async ({ launch }) => {
  let hits = 0
  const server = createServer((_request, response) => { hits++; response.end('hit') }).listen(0, '127.0.0.1')
  try {
    const { app } = await launch()
    const { port } = server.address() as AddressInfo
    const outcome = await app.evaluate(async ({ BrowserWindow }, url) => {
      const window_ = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      await window_.loadURL('data:text/html,x')
      return window_.webContents.executeJavaScript(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 'went through', () => 'stopped')`) as Promise<string>
    }, `http://127.0.0.1:${port}/`)
    expect(outcome).toBe('stopped')
    expect(hits).toBe(0)
  } finally {
    server.close()
  }
})

test('S-24 keys and tokens are on no command line and in no environment of a child', async ({ launch }) => {
  const key = 'a passphrase that must not be seen anywhere 1234567890'
  const { app, pidOf, ready } = await launch({ env: { DESKMATE_KEY: key, DESKMATE_MODEL_KEY: 'sk-model', DESKMATE_MODEL_BASE_URL: 'http://127.0.0.1:9/v1' } })
  await ready()
  // /proc shows the environment of Chromium's zygote only: look at what the next engine is started with.
  await app.evaluate(({ utilityProcess }) => {
    const started: string[] = []
    const fork = utilityProcess.fork.bind(utilityProcess)
    utilityProcess.fork = (path, args, options) => {
      started.push(JSON.stringify([args, options]))
      return fork(path, args, options)
    }
    Object.assign(globalThis, { started })
  })
  const pid = await pidOf('deskmate-engine')
  expect(pid).not.toBeNull()
  process.kill(pid as number, 'SIGKILL')
  const started = () => app.evaluate(() => (globalThis as unknown as { started: string[] }).started)
  await expect.poll(started).toHaveLength(1)
  const shown = (await started()).join('')
  expect(shown).toContain('PATH')
  expect(shown).not.toContain(key)
  expect(shown).not.toContain('sk-model')
})
