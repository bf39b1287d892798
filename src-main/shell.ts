import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, protocol, session, shell } from 'electron'
import type { EngineStart } from '../src-shared/contract/shell.ts'
import type { DeskLanguage, LocalText } from '../src-shared/domain/text.ts'
import { AppError } from '../src-shared/errors.ts'
import type { GatewayReady } from '../src-shared/wire/ready.ts'
import { Alerts } from './alerts.ts'
import { answerRequests } from './app-protocol.ts'
import { DeskWindows } from './desk-windows.ts'
import { EngineProcess, type EngineEvents } from './engine-process.ts'
import { MadePages } from './evidence/made-pages.ts'
import { fork } from './fork.ts'
import { GatewayProcess } from './gateway-process.ts'
import { Headless, printer } from './headless.ts'
import { answerPages } from './ipc.ts'
import { LogFile } from './log.ts'
import { setMenu } from './menu.ts'
import type { Options } from './options.ts'
import { SCHEME } from './our-page.ts'
import { RememberedOwnWindows } from './own-window-state.ts'
import { placesOf, userPlaces } from './places.ts'
import { PortHandover } from './port-handover.ts'
import { Quit } from './quit.ts'
import { refuse } from './refuse.ts'
import { loadSeatId } from './seat.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { guardContents, guardSession } from './security.ts'
import { SidePanel } from './side-panel.ts'
import type { WindowSetup } from './window.ts'
import { RememberedWindow, type WindowState } from './window-state.ts'

/** Longest wait of the gateway for the engine; customers must not be kept out by an engine that cannot start. */
const GATEWAY_WAITS_MS = 4_000

/** From a ready engine to a drawn queue, on a slow machine: so long the gateway leaves the processor to them. */
const QUEUE_DRAWS_MS = 200

/** Puts the parts together: keys, engine and gateway, then the window, which waits for neither. */
export function startShell(options: Options): void {
  try {
    new Shell(options).start()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    refuse(error.say, systemLanguage(), options.headless)
  }
}

const systemLanguage = (): DeskLanguage => (app.getLocale().startsWith('zh') ? 'zh' : 'en')

class Shell {
  private readonly places = placesOf(app.getAppPath(), app.isPackaged ? process.resourcesPath : null)
  private readonly user = userPlaces(app.getPath('userData'))
  private readonly devUrl: string | null
  private readonly pages = new MadePages()
  private readonly print = printer()
  private chatUrl: string | null = null
  private readonly log: LogFile
  private readonly memory = new RememberedWindow(this.user.window)
  private readonly headless: Headless | null
  private readonly secrets: Secrets
  private readonly engine: EngineProcess
  private readonly gateway: GatewayProcess | null
  private readonly ports: PortHandover
  private readonly quit: Quit
  private readonly windows: DeskWindows
  private readonly side: SidePanel
  private readonly alerts: Alerts
  private painted: Promise<void> = Promise.resolve()
  private complained = false
  private demoStarted = false
  private gatewayStarted = false
  private elsewhere = false

  constructor(private readonly options: Options) {
    this.devUrl = app.isPackaged ? null : options.rendererUrl
    this.log = new LogFile(this.user.logs, options.verbose ? (line) => process.stderr.write(line) : null)
    this.headless = options.headless ? new Headless(this.print, this.log) : null
    this.secrets = loadSecrets(options, this.user)
    this.engine = new EngineProcess(() => fork(this.places.engine, 'deskmate-engine'), this.engineStart(), this.engineEvents(), this.log)
    this.gateway = options.gateway ? null : this.embeddedGateway()
    this.ports = new PortHandover((port) => this.engine.givePort(port))
    this.quit = new Quit(() => {
      this.engine.lastTime()
      this.gateway?.lastTime()
    }, () => this.finish())
    this.windows = this.makeWindows()
    this.side = this.makeSide()
    this.alerts = this.makeAlerts()
  }

  start(): void {
    this.watchErrors()
    this.mark('start')
    guardSession(session.defaultSession, this.devUrl)
    guardContents(app, this.devUrl)
    protocol.handle(SCHEME, answerRequests(this.places.renderer, (sha256) => this.engine.attachment(sha256), (path) => this.pages.read(path)))
    answerPages({ devUrl: this.devUrl, ports: this.ports, windows: this.windows, side: this.side, language: () => this.language, pages: this.pages, file: (messageId, sha256) => this.engine.file(messageId, sha256), log: this.log })
    this.engine.start()
    setTimeout(() => this.startGateway(), GATEWAY_WAITS_MS)
    nativeTheme.themeSource = this.memory.state.theme
    this.open()
    this.windows.reopenOwn()
    this.side.reopen()
    this.makeMenu()
    // A key of the system's own may start the program once more with this word, where it lets no program have a key.
    app.on('second-instance', (_event, argv) => (argv.includes('--side') ? void this.side.take() : this.focus()))
    app.on('activate', () => this.focus())
    app.on('browser-window-focus', () => this.alerts.look())
    app.on('browser-window-blur', () => this.alerts.look())
    if (this.headless && !this.gateway) void this.painted.then(() => this.sayReady(null))
  }

  /** After the engine, which shows the queue from its own store: on two cores they would keep each other waiting. */
  private startGateway(): void {
    if (this.gatewayStarted || this.elsewhere || this.quit.isLeaving) return
    this.gatewayStarted = true
    this.gateway?.start()
  }

  /** The desk of a team needs no gateway of its own; one that runs already goes on until the end. */
  private onElsewhere(elsewhere: boolean): void {
    this.elsewhere = elsewhere
    if (!elsewhere) return this.startGateway()
    if (this.headless && !this.gatewayStarted) void this.painted.then(() => this.sayReady(null))
  }

  private get language(): DeskLanguage { return this.memory.state.language ?? systemLanguage() }

  private makeWindows(): DeskWindows {
    const { user } = this
    return new DeskWindows({
      setup: this.windowSetup(),
      memory: this.memory, ownMemory: new RememberedOwnWindows(user.ownWindows), ports: this.ports, isLeaving: () => this.quit.isLeaving,
      // On a Mac an app lives on without windows.
      onDeskClosed: () => { if (process.platform !== 'darwin') void this.quit.leave() },
    })
  }

  private makeSide(): SidePanel {
    return new SidePanel({
      setup: this.windowSetup(), memory: this.user.side, ports: this.ports, isLeaving: () => this.quit.isLeaving,
      pages: () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents),
    })
  }

  private windowSetup(): WindowSetup {
    return { preload: this.places.preload, icon: this.places.icon, devUrl: this.devUrl, showAtOnce: this.options.headless, log: this.log }
  }

  private makeAlerts(): Alerts {
    return new Alerts({
      trayIcons: { template: this.places.trayIcon, coloured: this.places.icon }, window: () => this.windows.desk, language: () => this.language, keepRunning: () => this.memory.state.keepRunning,
      open: (conversationId) => this.windows.showConversation(conversationId), unwatched: this.options.headless, log: this.log,
      actions: {
        show: () => this.focus(),
        side: () => void this.side.take(),
        setAway: (away) => this.engine.changeSeat({ away }),
        setAutopilotPaused: (autopilotPaused) => this.engine.changeSeat({ autopilotPaused }),
        setKeepRunning: (keepRunning) => {
          this.memory.remember({ keepRunning })
          this.alerts.look()
        },
        quit: () => void this.quit.leave(),
      },
    })
  }

  private open(): void {
    this.painted = this.windows.openDesk()
    const window = this.windows.desk
    void this.painted.then(() => {
      this.mark('painted')
      if (window) this.headless?.keepPicture(window, this.user.picture)
    })
  }

  private makeMenu(): void {
    const { chatUrl } = this
    setMenu(this.language, !app.isPackaged, chatUrl === null ? null : () => void shell.openExternal(chatUrl))
  }

  private focus(): void {
    if (this.quit.isLeaving) return
    if (!this.windows.desk) return this.open()
    this.windows.focusDesk()
  }

  /** In a package no variable of the environment names a module to be loaded. */
  private sqliteBinding(): string | null { return this.places.sqliteBinding ?? this.options.sqliteBinding }

  private engineStart(): Omit<EngineStart, 'kind'> {
    const { options } = this
    return {
      dataDir: this.user.desk, key: this.secrets.desk, resourcesDir: this.places.resources, sqliteBinding: this.sqliteBinding(),
      gateway: options.gateway, seatId: loadSeatId(this.user.seat), embeddedGateway: options.gateway === null, appVersion: app.getVersion(), warnings: this.secrets.warnings, locale: app.getLocale() || 'en',
      model: options.model, selfWork: options.demo !== null,
    }
  }

  private engineEvents(): EngineEvents {
    return {
      onReady: () => {
        this.mark('engine ready')
        this.ports.engineIsReady()
        void this.painted.then(() => setTimeout(() => this.startGateway(), QUEUE_DRAWS_MS))
      },
      onFailed: (error) => void this.giveUp(error.say),
      onTrace: (trace) => this.headless?.trace(trace),
      onAttention: (message) => this.alerts.onAttention(message),
      onSeat: (message) => this.alerts.onSeat(message),
      onAppearance: ({ theme, language }) => this.dress({ theme, language }),
      onSide: (side) => this.side.set(side),
      onElsewhere: (elsewhere) => this.onElsewhere(elsewhere),
    }
  }

  private embeddedGateway(): GatewayProcess {
    const start = {
      dataDir: this.user.gateway, key: this.secrets.gateway, seatToken: this.secrets.seatToken, resourcesDir: this.places.resources,
      webChatDir: this.places.webChat, sqliteBinding: this.sqliteBinding(), demo: this.options.play,
    }
    const events = { onReady: (ready: GatewayReady) => this.onGatewayReady(ready), onFailed: (say: LocalText) => this.onGatewayFailed(say) }
    return new GatewayProcess(() => fork(this.places.gateway, 'deskmate-gateway'), start, this.user.ports, events, this.log)
  }

  private onGatewayReady(ready: GatewayReady): void {
    this.mark('gateway ready')
    this.chatUrl = ready.chatUrl
    this.makeMenu()
    this.engine.gatewayAt({ url: ready.seatUrl, token: this.secrets.seatToken })
    void this.painted.then(() => this.sayReady(ready.chatUrl))
  }

  private sayReady(chat: string | null): void {
    if (!this.headless) return this.print(`ready ${JSON.stringify({ chat })}`)
    this.headless.ready({ chat, screenshot: this.user.picture, userData: app.getPath('userData') })
    const { desk } = this.windows
    if (!this.options.demo || this.demoStarted || !desk || !this.gateway) return
    this.demoStarted = true
    void this.headless.demo(this.options.demo.seconds, desk, this.engine, this.gateway, demoPictures(this.options))
      .then((code) => this.leaveDemo(code))
  }

  /** The desk works on without it, from its own store; it is told once, the truth line says the rest. */
  private onGatewayFailed(say: LocalText): void {
    if (this.headless) return void this.giveUp(say)
    const { desk } = this.windows
    if (this.complained || !desk) return
    this.complained = true
    void dialog.showMessageBox(desk, { type: 'warning', message: say[this.language] })
  }

  private async giveUp(say: LocalText): Promise<void> {
    if (this.quit.isLeaving) return
    if (this.headless) process.stderr.write(`${say[this.language]}\n`)
    else await dialog.showMessageBox({ type: 'error', message: say[this.language] })
    await this.quit.leave(1)
  }

  private dress(look: Pick<WindowState, 'theme' | 'language'>): void {
    const languageBefore = this.language
    this.memory.remember(look)
    nativeTheme.themeSource = look.theme
    this.windows.repaint()
    this.side.repaint()
    if (this.language === languageBefore) return
    this.makeMenu()
    this.alerts.look()
  }

  private async finish(): Promise<void> {
    this.alerts.end()
    this.side.end()
    await this.engine.stop()
    await this.gateway?.stop()
    this.mark('end')
    await this.log.flush()
  }

  /** What a demo in a temporary folder leaves behind is of use only where it went wrong. */
  private async leaveDemo(code: 0 | 1): Promise<void> {
    await this.quit.leave(code, () => {
      if (code === 0 && this.options.userData === null) rmSync(app.getPath('userData'), { recursive: true, force: true })
    })
  }

  /** An error that nobody expected is written down; the window, the engine and the gateway are worth more than a clean exit. */
  private watchErrors(): void {
    const note = (what: string) => (error: unknown) => {
      this.log.write('shell', `${what}: ${error instanceof Error ? error.stack ?? error.name : typeof error}`)
      if (this.headless) process.stderr.write('Something went wrong in the shell; it goes on, and it was written to the log.\n')
    }
    process.on('uncaughtException', note('uncaught'))
    process.on('unhandledRejection', note('unhandled'))
  }

  /** Named moments, in milliseconds since the process was made. */
  private mark(name: string): void {
    this.log.write('mark', `${name} ${Math.round(Date.now() - (process.getCreationTime() ?? Date.now()))} ms`)
  }
}

function demoPictures({ cwd }: Options): string {
  return join(cwd, 'out', 'demo')
}
