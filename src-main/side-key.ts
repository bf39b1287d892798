import type { SideState } from '../src-shared/contract/port-name.ts'

/** The part of Electron's globalShortcut that is used. */
export interface KeyGrabber {
  register(accelerator: string, pressed: () => void): boolean
  unregister(accelerator: string): void
}

/** The side panel's key, which works in every program. At most one is grabbed. */
export class SideKey {
  private held: string | null = null
  state: SideState['key'] = 'off'

  constructor(private readonly grabber: KeyGrabber, private readonly pressed: () => void) {}

  /** @param accelerator Electron's; '' for none @returns whether the state changed */
  use(accelerator: string): boolean {
    const before = this.state
    if (this.held === accelerator && before === 'ok') return false
    this.release()
    this.state = accelerator === '' ? 'off' : this.grab(accelerator)
    return this.state !== before
  }

  release(): void {
    if (this.held !== null) this.grabber.unregister(this.held)
    this.held = null
  }

  private grab(accelerator: string): SideState['key'] {
    try {
      if (!this.grabber.register(accelerator, this.pressed)) return 'taken'
      this.held = accelerator
      return 'ok'
    } catch {
      // Electron throws for what it cannot read as a key.
      return 'wrong'
    }
  }
}
