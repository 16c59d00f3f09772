import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

/** Functions of the runtime whose last digit differs between Node and browsers; the engine has its own. */
const INEXACT_MATH = [
  ...['pow', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'cbrt', 'hypot', 'random'],
  ...[
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ],
].map((property) => ({
  object: 'Math',
  property,
  message: 'Its last digit differs between runtimes: use the functions of libs/engine/arithmetic.',
}));

const POWER_OPERATOR = {
  selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
  message: 'Its last digit differs between runtimes: use pow of libs/engine/arithmetic.',
};

const size = (linesPerFunction) => ({
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: linesPerFunction, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 15],
  'max-depth': ['error', 4],
  'max-params': ['error', 5],
});

export default typescript.config(
  { ignores: ['dist/', 'node_modules/', '.local/', 'coverage/', 'apps/cli/benchmarks/references/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [eslint.configs.recommended, ...typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/admin-ui/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...size(60),
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['libs/engine/**/*.ts', 'libs/modules/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': ['error', ...INEXACT_MATH],
      'no-restricted-syntax': ['error', POWER_OPERATOR],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'Date', 'performance'],
    },
  },
  { files: ['libs/engine/**/*.ts'], ignores: ['**/*.spec.ts'], rules: size(40) },
  {
    files: ['apps/admin-ui/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'max-lines-per-function': ['error', { max: 80 }] },
  },
  {
    files: ['**/*.{spec,int-spec,e2e-spec,browser-spec}.{ts,tsx}', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['apps/cli/**/*.ts', 'test/run.mjs'], rules: { 'no-console': 'off' } },
);
