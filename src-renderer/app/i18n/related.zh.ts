import type { relatedEn } from './related.en.ts'

export const relatedZh: { readonly [Key in keyof typeof relatedEn]: string } = {
  'related.title': '相关文章',
  'related.link': '文中提到',
  'related.cited_one': '在 {{count}} 个会话里一起引用过',
  'related.cited_other': '在 {{count}} 个会话里一起引用过',
  'related.product': '都讲{{names}}',
  'related.topic': '都回答{{topics}}的问题',
  'related.words': '都提到{{words}}',
  'related.beside': '相关：{{why}}',
  'related.because': '因为：{{why}}',
}
