import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Directions between the rooms (docs/architecture.md): each room names what it must not import. */
const room = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})
const never = (group, message) => ({ group, message })
const noNode = never(['node:*'], 'domain is pure: no I/O, no clock, no framework')
const noOurs = never(['@biaochi/*'], 'this room imports nothing of ours')
const noTests = never(
  ['**/tests/**', '**/bench/**', '@biaochi/tests', '@biaochi/bench'],
  'nothing imports tests or bench',
)
const noEnterprise = never(['ag-grid-enterprise*', '@ag-grid-enterprise/*'], 'AG Grid Community only')
const noGrid = never(
  ['ag-grid-community', '@ag-grid-community/*'],
  'only columns.ts, SheetGrid.svelte and grid/ know AG Grid',
)

export default ts.config(
  {
    ignores: [
      '**/generated/**',
      '**/build/**',
      '**/.svelte-kit/**',
      '**/node_modules/**',
      'data/**',
      'tests/artifacts/**',
      'web/src/lib/paraglide/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  room(['domain/**/*.ts'], [noNode, noOurs, noTests]),
  room(['prisma/**/*.ts'], [noOurs, noTests]),
  room(
    ['forms/**/*.ts'],
    [never(['@biaochi/prisma', '@biaochi/server', '@biaochi/web'], 'forms → domain'), noTests],
  ),
  room(
    ['server/**/*.ts'],
    [
      never(['@biaochi/web', '**/web/src/**'], 'the server knows the web app only as a folder it serves'),
      noTests,
    ],
  ),
  room(
    ['web/src/**/*.{ts,svelte}'],
    [
      never(
        ['@biaochi/server*', '@biaochi/prisma*', '@biaochi/forms*'],
        'web → domain, and the server as schema.graphql',
      ),
      noEnterprise,
      noGrid,
      noTests,
    ],
  ),
  room(
    ['web/src/lib/sheet/columns.ts', 'web/src/lib/sheet/SheetGrid.svelte', 'web/src/lib/sheet/grid/**'],
    [noEnterprise, noTests],
  ),
)
