/** Characters that are changed; most texts have none. */
const FOLDS = /[\u00a0\u3000\uff01-\uff5e\uffe5\ud800-\udfff]/

/**
 * A text in which every Unicode code point is exactly one UTF-16 unit, so that an index found by a regular expression is
 * a code-point offset. Full-width ASCII becomes ASCII, so that `\uff11\uff12\uff19\u5143` is `129\u5143`; case is kept.
 */
export function fold(text: string): string {
  if (!FOLDS.test(text)) return text
  let folded = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code > 0xffff) folded += '\uE000'
    else if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0)
    else if (code === 0xffe5) folded += '\u00a5'
    else if (code === 0x3000 || code === 0x00a0) folded += ' '
    else folded += character
  }
  return folded
}

/** The code points [start, end) of a text. */
export const slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join('')
