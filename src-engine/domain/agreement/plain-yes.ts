/**
 * Words that say yes to a question, longest first where one begins another. A reluctant "行吧", "好吧" or "fine" is not among them:
 * who shrugs is asked again.
 */
const YES = [
  '当然可以', '没有问题', '没问题', '没意见', '可以', '我同意', '同意', '我愿意', '愿意', '确认', '接受', '当然', '是', '对', '好', '行', '嗯', '恩', '成', '要',
  "that(?:'s| is) (?:all right|alright|okay|ok|fine)(?: with me| by me)?", "it(?:'s| is) (?:all right|alright|okay|ok|fine)(?: with me| by me)?", "i(?:'m| am) (?:okay|ok|fine) with (?:that|it)",
  '(?:okay|ok|fine) (?:with|by|for) me', 'yes it is', 'works for me', 'that works', 'sounds good', 'sure thing', 'of course', 'no problem', 'go ahead', 'please do', 'i agree', 'agreed',
  'certainly', 'absolutely', 'definitely', 'all right', 'alright', 'yeah', 'yep', 'yup', 'yes', 'okay', 'ok', 'sure',
]
/** Manners and the sounds that follow a word. */
const BESIDE = ['谢谢(?:你|您|啦|了)?', '多谢', '感谢', '谢了', '麻烦(?:你|您)?了', '辛苦(?:你|您)?了', '你好', '您好', '亲', '的', '滴', '哒', '呀', '哦', '噢', '啊', '呢', '嘞', '啦', 'please', 'then', 'thank you', 'thanks', 'thx', 'hello', 'hi']

/**
 * What a question offered, so that words which repeat it are read beside a yes, or instead of one. Sources of regular expressions
 * for words in lower case.
 */
export interface Offered {
  /** Say yes by themselves: "帮我取消", "cancel it". */
  yes: readonly string[]
  /** Say nothing alone: a bare "取消" may mean that the question is to be dropped. */
  beside: readonly string[]
}
const NOTHING: Offered = { yes: [], beside: [] }

/** A Latin word ends where the next letter would go on with it. */
const words = (list: readonly string[]): string => list.map((word) => (/[a-z]/u.test(word) ? `(?<![a-z'])(?:${word})(?![a-z'])` : word)).join('|')
/** Said with a sigh, or too often to be meant: "好……", "好好好", "yeah yeah". */
const SIGHS = /[.。]{2,}|…|!{2,}|(\p{Script=Han})\1\1|(可以|当然|同意)\2\2|(?<![a-z])(ok|okay|yes|sure|yep)(?:[\s,，]+\3){2}(?![a-z])|yeah[\s,，]+yeah/u

/** Said once it is a word, said twice it is impatience: "退吧退吧". */
const MOST_TIMES_BESIDE = 1

/** Is all that was written a plain yes? Anything in doubt is none, and so is any word that is not known. @param offered by the question that it answers */
export function isPlainYes(text: string, { yes, beside }: Offered = NOTHING): boolean {
  const said = text.normalize('NFKC').replaceAll('’', '\'').toLowerCase().trim()
  // The longer words of the question first, so that "取消订单" is not read as "取消" and a rest.
  const saysYes = words([...yes, ...YES])
  const only = new RegExp(`^(?:${[saysYes, ...(beside.length > 0 ? [words(beside)] : []), words(BESIDE)].join('|')}|[\\s,，、.。!！~～]|👌|👍|🙏|😊)+$`, 'u')
  const repeats = beside.length === 0 ? [] : (said.match(new RegExp(words(beside), 'gu')) ?? [])
  return only.test(said) && !SIGHS.test(said) && repeats.length <= MOST_TIMES_BESIDE && new RegExp(saysYes, 'u').test(said)
}
