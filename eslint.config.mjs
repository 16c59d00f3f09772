import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Not the same to the last bit on every machine, or not a function of its input: results must be both. */
const INEXACT = (
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow random ' +
  'sin sinh tan tanh'
).split(' ');

const SPECS = [
  '**/*.spec.{ts,tsx}',
  '**/*.int-spec.ts',
  '**/*.proof-spec.ts',
  'test/**/*.ts',
  '**/*.fixture.ts',
];
const PURE = [
  'libs/engine/**/*.ts',
  'libs/modules/**/*.ts',
  'libs/monitoring/{variance,outturn,flags,evidence}/**/*.ts',
];
const TYPESCRIPT = ['**/*.{ts,tsx,mts}'];

const deepImports = {
  regex: '^#[^/]+/[^/]+/.+',
  message: 'Import a library by its index (#library) or the index of a first-level folder (#library/folder).',
};
const otherApps = { regex: '^(\\.\\./)+apps/', message: 'An app never imports another app.' };

/** AssemblyScript: its types (i32, f64, v128) and decorators are not TypeScript's; its own compiler checks it. */
const KERNEL_SOURCE = 'libs/engine/fast-kernel/assembly/';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.local/',
      'coverage/',
      'test/fixtures/',
      'libs/national-client/schema.ts',
      KERNEL_SOURCE,
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'no-warning-comments': [
        'error',
        {
          terms: ['eslint-disable', '@ts-ignore', '@ts-nocheck', 'todo', 'fixme', 'xxx'],
          location: 'anywhere',
        },
      ],
      'max-lines': ['error', { max: 300 }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 5],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], languageOptions: { globals: globals.node } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-await': 'off',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': ['error', { patterns: [deepImports, otherApps] }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only the Configuration of #platform reads it.' },
      ],
    },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      'no-restricted-properties': [
        'error',
        ...INEXACT.map((property) => ({
          object: 'Math',
          property,
          message: 'Its last bit differs between machines: results must be the same everywhere.',
        })),
        { object: 'process', property: 'env', message: 'The numerical libraries are pure.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          message: 'Its last bit differs between machines: multiply instead.',
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['Date', 'process', 'Buffer', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval'].map(
          (name) => ({ name, message: 'The numerical libraries are pure.' }),
        ),
      ],
    },
  },
  {
    files: ['libs/engine/**/*.ts'],
    ignores: SPECS,
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The engine imports nothing from outside itself.' }] },
      ],
    },
  },
  {
    files: ['apps/admin-ui/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
  },
  {
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-imports': ['error', { patterns: [deepImports] }],
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['libs/platform/configuration/*.ts', '**/vite.config.mts'],
    rules: { 'no-restricted-properties': 'off' },
  },
);
