type Child = Node | string | null
type Properties = Partial<{
  class: string; type: string; id: string; for: string; role: string; title: string; name: string; src: string; alt: string
  inputmode: string; autocomplete: string; maxlength: number; pattern: string; accept: string; rows: number; width: number; height: number
  hidden: boolean; disabled: boolean; required: boolean; enterkeyhint: string; loading: string
}> & { [attribute: `aria-${string}` | `data-${string}`]: string }

/** Makes an element. Strings become text nodes, never HTML: this is how all of the page draws what people wrote. */
export function element<T extends keyof HTMLElementTagNameMap>(tag: T, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === true) made.setAttribute(name, '')
    else if (value !== false) made.setAttribute(name, String(value))
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

const SHAPES = {
  send: ['M5 12h13', 'M12 5l7 7-7 7'],
  picture: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15.5 9.5h.01'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4 21a8 8 0 0 1 16 0'],
  order: ['M6 3h12v18l-3-2-3 2-3-2-3 2z', 'M9 8h6', 'M9 12h6'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  star: ['M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z'],
  down: ['M12 5v14', 'M5 12l7 7 7-7'],
} as const
const SVG = 'http://www.w3.org/2000/svg'

/** A line icon of 24 units, drawn in the colour of the text; hidden from screen readers. */
export function icon(name: keyof typeof SHAPES): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', 'icon')
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', shape)
    svg.append(path)
  }
  return svg
}
