/** A sentence or word in both languages of the page, as HTML-free text. */
export interface Words {
  en: string
  zh: string
}

/** Text that anybody wrote, made harmless in HTML, attributes and SVG. Lone surrogates and control characters are shown as �. */
export function escape(text: string): string {
  return text.replace(/\p{Surrogate}|(?![\t\n])\p{Cc}/gu, '\ufffd')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** Both languages, of which the page's switch shows one. */
export const both = ({ en, zh }: Words): string => `<span class="en" lang="en">${escape(en)}</span><span class="zh" lang="zh">${escape(zh)}</span>`

/** The same inside an SVG, where only <text> can hold words. @param at its attributes */
export const svgText = ({ en, zh }: Words, at: string): string => `<text class="en" lang="en" ${at}>${escape(en)}</text><text class="zh" lang="zh" ${at}>${escape(zh)}</text>`

/** A label of the file in its chip; null is told in words. */
export const chip = (label: string | null, kind: 'expected' | 'told'): string =>
  `<span class="chip ${kind}">${label === null ? both({ en: 'none', zh: '无' }) : escape(label)}</span>`

/** With a space that does not break. */
export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}\u00a0%`
export const whole = (n: number): string => n.toLocaleString('en')
