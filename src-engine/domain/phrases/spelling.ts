import { pinyin } from 'pinyin-pro'

/** How a text is typed without an input method: 发货时间 is `fahuoshijian` in full and `fhsj` by initials. */
export interface Spelling {
  full: string
  initials: string
}

const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu
const HAN = /\p{Script=Han}/u

/** ü is typed `v`. Foreign words among Chinese keep their letters (VIP客户 is `vipkh`); a foreign text gives its words' first ones. */
export function spell(text: string): Spelling {
  const chinese = HAN.test(text)
  const spelling: Spelling = { full: '', initials: '' }
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (HAN.test(run)) {
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true })
      spelling.full += syllables.join('')
      spelling.initials += syllables.map((syllable) => syllable[0] ?? '').join('')
    } else {
      spelling.full += run
      spelling.initials += chinese ? run : (run[0] ?? '')
    }
  }
  return spelling
}

/** Do the letters stand in the word in this order, others in between? */
export function isSubsequence(letters: string, word: string): boolean {
  let at = 0
  for (const letter of word) if (letter === letters[at]) at += 1
  return at === letters.length
}
