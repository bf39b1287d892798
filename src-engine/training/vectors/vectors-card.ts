import { parseVectors } from '../../domain/knowledge/vectors/table.ts'

/** resources/models/vectors-*.md: what the file is, what it was made from, where it fails. */
export function vectorsCard(language: 'zh' | 'en', bytes: Uint8Array): string {
  const { features, size } = parseVectors(bytes)
  const units = language === 'zh' ? 'pairs of characters and single characters' : 'words without their endings and neighbouring words'
  return `# vectors-${language}.bin

Where ${features.length.toLocaleString('en')} ${units} point, as ${size} signed bytes each (${(bytes.length / 1e6).toFixed(2)} MB): what stands in like company points
the same way. A question and an article are compared by the sums of theirs ([docs/knowledge.md](../../docs/knowledge.md)).

- **Learned from** texts of this project alone: the writers of \`corpus/${language}\` that are learned from, with their topics; \`corpus/paraphrases/${language}.txt\` and \`${language}-broad.txt\`;
  \`resources/knowledge/synonyms.txt\`; the demo shop's articles. No article or question of \`tests/fixtures/knowledge\`.
- **How**: positive pointwise mutual information of features in a line, in its strongest directions (randomised singular value decomposition).
- **Licence**: the project's own.
- **Where it fails**: words that none of these texts has are known only by the company they keep in the indexed articles; word order; negation.
- **Made by** \`npm run train\`, bit for bit.
`
}
