import { type FromFrame, frameWord, type ToFrame } from './frame-words.ts'

/** The shop's page around the frame. Who may be that is the frame's policy; who it is stands in the address. */
export class HostPage {
  private readonly origin = new URLSearchParams(location.search).get('host') ?? ''
  isOpen = false

  constructor(hear: (word: ToFrame) => void) {
    addEventListener('message', (event) => {
      if (event.source !== parent || event.origin !== this.origin) return
      const word = frameWord<ToFrame>(event.data)
      if (word?.deskmate === 'open') this.isOpen = true
      if (word?.deskmate === 'closed') this.isOpen = false
      if (word !== null) hear(word)
    })
  }

  tell(word: FromFrame): void {
    if (this.origin !== '') parent.postMessage(word, this.origin)
  }
}
