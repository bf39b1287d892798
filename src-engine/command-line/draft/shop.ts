import fs from 'node:fs'
import type { Citation } from '../../../src-shared/domain/draft.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { Resources } from '../../adapters/resources.ts'
import { createKnowledge, type Knowledge } from '../../domain/knowledge/index.ts'
import { openGoods } from '../../domain/drafting/goods-asked.ts'
import type { Templates } from '../../domain/drafting/templates.ts'
import type { RulePack } from '../../domain/guard/index.ts'
import { readShop, type ShopRecords } from '../../domain/shop-records/index.ts'
import { loadDrafting } from '../../drafting-files.ts'
import { readKnowledgeFolder, toArticle } from './knowledge-folder.ts'

/** A shop as `draft` reads it once: its records, its knowledge, and our own files. */
export interface DraftShop {
  records: ShopRecords
  knowledge: Knowledge
  catalogue: readonly Product[]
  goods(words: string): Product[]
  templates: Templates
  rules: RulePack[]
  prompt: { version: string; text: string; masked: string }
  /** A source of a draft under the name that the caller knows: the document's path, the product's id, the policy's field. */
  cited(citation: Citation): Citation
}

/** @throws Error with one sentence when the folder or the file cannot be read, SyntaxError when the file is no JSON */
export function openShop(folder: string, file: string, resources: Resources): DraftShop {
  if (!fs.existsSync(file)) throw new Error(`--shop ${file} is no file`)
  const records = readShop(parsed(file))
  const kb = readKnowledgeFolder(folder)
  const texts = new Map(records.texts.map((text) => [`${text.kind}:${text.id}`, text]))
  const own = [...texts].map(([id, { title, text, productId }]) => toArticle(id, title, text, 'customer', productId === null ? [] : [productId]))
  const catalogue = records.products.map(({ product }) => product)
  return {
    records, catalogue, knowledge: createKnowledge([...kb.articles, ...own]), goods: openGoods(catalogue), ...loadDrafting(resources),
    cited(citation) {
      const text = texts.get(citation.id)
      if (text) return { ...citation, kind: text.kind, id: text.id, title: text.title }
      const source = citation.kind === 'article' ? kb.sourceOf(citation.id) : null
      return source ? { ...citation, id: source.doc, title: source.title } : citation
    },
  }
}

/** JSON, or JSON Lines with one record a line. */
function parsed(file: string): unknown {
  const text = fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch (thrown) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2 || !lines.every((line) => line.trimStart().startsWith('{'))) throw new Error(`--shop ${file} is no JSON: ${thrown instanceof Error ? thrown.message : ''}`, { cause: thrown })
    return lines.map((line): unknown => JSON.parse(line))
  }
}
