import type { FileSaved, SideWish } from '../src-shared/contract/port-name.ts'

/** What a page finds as `window.deskmate`. */
export interface DeskmateApi {
  /**
   * Says that the page listens for the engine's port: a `message` event of its own window with `data === PORT_HANDOVER`
   * and the port in `ports[0]`. Another one comes whenever the engine was started again; the old port is dead then.
   */
  ready(): void
  /** Asks the person whether to open a link (http, https, mailto) outside the app. */
  openLink(url: string): void
  /**
   * Brings the other window of a conversation to the front: from the desk its own one, which is opened where there is none;
   * from its own one the desk.
   */
  otherWindow(conversationId: string): void
  /** Asks something about the side panel, see SIDE_WISHES. */
  side(wish: SideWish): void
  /** Asks the person where a file of a message is to lie, after a warning where it could run; it is opened by nobody. */
  saveFile(messageId: string, sha256: string): Promise<FileSaved>
  /** Makes the evidence pack of a case and asks the person where it is to lie. */
  saveEvidence(pack: unknown): Promise<'saved' | 'cancelled' | 'failed'>
}
