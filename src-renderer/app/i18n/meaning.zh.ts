import type { meaningEn } from './meaning.en.ts'

/** 按意思找文章。 */
export const meaningZh: { readonly [Key in keyof typeof meaningEn]: string } = {
  'settings.model.embeddings': '向量模型名',
  'settings.model.embeddings.help': '同一地址上的向量模型，例如 bge-m3。填了以后，换个说法问也能找到文章：文章发过去读一遍，问题来一条发一条。不填就只按字词找。',
  'trace.found': '怎么找的',
  'trace.found.words': '按字词',
  'trace.found.meaning': '按字词和意思 · {{model}}，{{ms}} 毫秒',
  'trace.found.problem': '只按字词 · {{problem}}',
  'trace.found.sent': '为此发出的话',
  'trace.found.why.not-read': '向量模型还没读过文章',
  'trace.found.why.model-slow': '向量模型太慢，没等',
  'trace.found.why.model-unreachable': '连不上向量模型',
  'trace.found.why.model-unauthorised': '向量模型不认密钥',
  'trace.found.why.model-rate-limited': '向量模型限流了',
  'trace.found.why.model-strange': '回的向量和文章的对不上；请先清空向量模型名并保存，再重新填',
  'trace.found.why.budget-spent': '今天的预算用完了',
  'trace.found.why.model-failed': '向量模型出错了',
}
