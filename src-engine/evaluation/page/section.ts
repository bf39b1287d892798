import { both, type Words } from './html.ts'

/** A part of the page under its heading. */
export const section = (title: Words, hint: Words | null, body: string): string =>
  `<section><h2>${both(title)}</h2>${hint === null ? '' : `<p class="hint">${both(hint)}</p>`}${body}</section>`

/** A picture with its title above, and what to see in it below. */
export const figure = (title: Words, hint: Words, picture: string, more = ''): string =>
  `<figure><figcaption>${both(title)}</figcaption>${picture}<p class="hint">${both(hint)}</p>${more}</figure>`
