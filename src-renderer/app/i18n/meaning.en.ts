/** Articles found by what is meant. */
export const meaningEn = {
  'settings.model.embeddings': 'Model for meaning',
  'settings.model.embeddings.help': 'An embedding model at the same address, such as bge-m3. Articles are then found by what is asked, not by its words alone. They are sent there once, each question as it comes. Empty: by words alone.',
  'trace.found': 'Found by',
  'trace.found.words': 'words',
  'trace.found.meaning': 'words and meaning · {{model}}, {{ms}} ms',
  'trace.found.problem': 'words alone · {{problem}}',
  'trace.found.sent': 'Asked for it',
  'trace.found.why.not-read': 'the model for meaning has read no article yet',
  'trace.found.why.model-slow': 'the model for meaning took too long',
  'trace.found.why.model-unreachable': 'the model for meaning cannot be reached',
  'trace.found.why.model-unauthorised': 'the model for meaning refused the key',
  'trace.found.why.model-rate-limited': 'the model for meaning is rate-limited',
  'trace.found.why.model-strange': 'what answered does not fit what the articles were read with. Clear the model for meaning, save, and enter it again',
  'trace.found.why.budget-spent': 'the budget of today is used up',
  'trace.found.why.model-failed': 'the model for meaning failed',
} as const
