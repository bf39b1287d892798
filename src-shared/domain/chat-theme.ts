/** Colours of the chat page and its launcher, worked out of the one that a shop chose. Without zod: the page itself brings it along. */
export interface ChatColours {
  /** The chosen colour: ground of the visitor's own words. */
  own: string
  /** Words on it, black or white. */
  onOwn: string
  /** The chosen colour as words on the page's ground: lighter or darker where it could not be read there. */
  accent: string
  onAccent: string
}

type Rgb = readonly [number, number, number]

/** WCAG 2.2, 1.4.3: normal words. */
export const READABLE = 4.5
export const CHAT_COLOUR = '#1f5fd0'
/** Our own blue on the dark ground, made out by hand: softer than what would be worked out. The launcher, on the shop's own ground, keeps the blue. */
const CHAT_COLOUR_DARK: ChatColours = { own: '#254f9c', onOwn: '#ffffff', accent: '#7fb0ff', onAccent: '#0b1a33' }
/** Ground of the page and of a bubble, as in style.css. */
const GROUNDS = { light: ['#ffffff', '#f1f3f6'], dark: ['#161b22', '#222933'] } as const
const STEP = 0.05

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** @param colour `#rrggbb`; anything else counts as our own blue */
export function chatColours(colour: string, theme: 'light' | 'dark'): ChatColours {
  const own = isColour(colour) ? colour.toLowerCase() : CHAT_COLOUR
  if (own === CHAT_COLOUR && theme === 'dark') return CHAT_COLOUR_DARK
  const accent = readableAs(own, theme)
  return { own, onOwn: wordsOn(own), accent, onAccent: wordsOn(accent) }
}

/** Black or white, whichever reads better; one of the two always has a contrast of 4.58 or more. */
export function wordsOn(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000'
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Moves the colour towards black (light theme) or white (dark theme) until it can be read on every ground of the page. */
function readableAs(colour: string, theme: 'light' | 'dark'): string {
  const end: Rgb = theme === 'light' ? [0, 0, 0] : [255, 255, 255]
  for (let part = 0; part < 1; part += STEP) {
    const [from, to] = [rgb(colour), end]
    const mixed = hex([0, 1, 2].map((at) => Math.round((from[at] ?? 0) * (1 - part) + (to[at] ?? 0) * part)))
    if (GROUNDS[theme].every((ground) => contrast(mixed, ground) >= READABLE)) return mixed
  }
  return hex(end)
}

const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
const hex = (parts: readonly number[]): string => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** Relative luminance of sRGB, 0 to 1. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
