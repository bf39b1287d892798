export const relatedEn = {
  'related.title': 'See also',
  'related.link': 'one mentions the other',
  'related.cited_one': 'quoted together in {{count}} conversation',
  'related.cited_other': 'quoted together in {{count}} conversations',
  'related.product': 'both about {{names}}',
  'related.topic': 'both answer questions on {{topics}}',
  'related.words': 'both speak of {{words}}',
  'related.beside': 'See also, because {{why}}',
  'related.because': 'because: {{why}}',
} as const
