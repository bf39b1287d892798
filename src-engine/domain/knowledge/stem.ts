/** Words that carry no matter in either language; they would only add noise to the ranking. */
const STOP = new Set([
  'a', 'an', 'and', 'are', 'as', 'at', 'be', 'but', 'by', 'can', 'do', 'does', 'for', 'from', 'had', 'has', 'have', 'how', 'i', 'if', 'im',
  'in', 'is', 'it', 'its', 'me', 'my', 'of', 'on', 'or', 'so', 'that', 'the', 'their', 'them', 'there', 'they', 'this', 'to', 'was', 'we',
  'were', 'what', 'when', 'which', 'will', 'with', 'would', 'you', 'your', 'please', 'hi', 'hello', 'thanks',
  '请问', '一下', '你们', '您好', '你好', '怎么', '什么', '可以', '这个', '那个', '我的', '的话', '是不', '不是', '还是', '就是', '时候', '我们', '们的', '有没', '没有',
])

export const isStopWord = (token: string): boolean => STOP.has(token)

/** Light English stemming: plural and the commonest verb endings. Leaves other scripts and short words alone. */
export function stem(token: string): string {
  if (!/^[a-z]{4,}$/.test(token)) return token
  const bare = token
    .replace(/ies$/, 'y')
    .replace(/(ss|us|is)$/, '$1\u0000')
    .replace(/(?:ing|ed|es|s|ly)$/, (ending) => (token.length - ending.length >= 3 ? '' : ending))
    .replace('\u0000', '')
  // refunded -> refund, shipped -> ship, delivery/deliver stay near: a doubled last consonant is undone.
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/e$/, '').replace(/(?<=.{5})y$/, '')
}
