import path from 'node:path'
import { forbidden } from './layers.mjs'

/** ESLint plugin with one rule: imports follow the direction of the arrows in layers.mjs. */
export const layersPlugin = {
  rules: {
    direction: {
      meta: { type: 'problem', schema: [], messages: { forbidden: '{{why}}' } },
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
        const check = (node) => {
          if (typeof node?.value !== 'string') return
          const why = forbidden(file, node.value)
          if (why) context.report({ node, messageId: 'forbidden', data: { why } })
        }
        return {
          ImportDeclaration: (node) => check(node.source),
          ExportNamedDeclaration: (node) => node.source && check(node.source),
          ExportAllDeclaration: (node) => check(node.source),
          ImportExpression: (node) => check(node.source),
          'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
        }
      },
    },
  },
}
