import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { layersPlugin } from './scripts/lint/eslint-layers.mjs'

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'test-results/**', 'scripts/floor-app/**'] },
  {
    files: ['src-*/**/*.{ts,tsx}', 'tests/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { layers: layersPlugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'layers/direction': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src-*/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { 'no-console': 'error', 'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src-renderer/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, rules: { ...hooks.configs.recommended.rules, 'react-hooks/incompatible-library': 'off' } },
  // Pure decisions: the clock and chance come in as arguments.
  {
    files: ['src-engine/domain/**/*.ts'], ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }, { object: 'crypto', property: 'randomUUID' }],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The clock comes in as an argument.' }],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
    },
  },
)
