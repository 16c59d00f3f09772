/** Libraries of the planning journey, in order: each may use those before it. */
const JOURNEY = [
  'organisations',
  'national-inputs',
  'baselines',
  'assumptions',
  'projections',
  'plans',
  'optimisation',
  'monitoring',
  'national',
  'publication',
  'views',
  'papers',
  'demo',
  'backup',
];
const FOUNDATION = ['persistence', 'queue', 'platform', 'access', 'linear-programming', 'webhooks'];
const FRAMEWORKS = 'node_modules/(@nestjs|typeorm|mysql2|bullmq|ioredis|nestjs-pino|pino|react|fastify)';
const TESTS = '\\.(spec|int-spec|proof-spec|e2e-spec|browser-spec)\\.tsx?$';
const INDEX = '^libs/[^/]+/index\\.ts$';
const INDEX_OF_FOLDER = '^libs/[^/]+/[^/]+/index\\.ts$';

const libraries = (names) => `^libs/(${names.join('|')})/`;

/** What lies later in the journey than the library. */
const laterThan = (name) => ({
  name: `${name}-looks-back-only`,
  comment: 'The libraries of the journey use only those that come before them.',
  severity: 'error',
  from: { path: libraries([name]), pathNot: TESTS },
  to: { path: libraries(JOURNEY.slice(JOURNEY.indexOf(name) + 1)) },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-stands-alone',
      comment: 'The numerical core is a function of its input: nothing from outside its folder.',
      severity: 'error',
      from: { path: '^libs/engine/', pathNot: TESTS },
      to: { pathNot: '^libs/engine/' },
    },
    {
      name: 'modules-use-engine-and-policy-types',
      severity: 'error',
      from: { path: '^libs/modules/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: '^libs/(modules|engine|policy)/' },
    },
    {
      name: 'modules-take-policy-as-data',
      comment: 'The loader reads files; the browser has none.',
      severity: 'error',
      from: { path: '^libs/modules/', pathNot: TESTS },
      to: { path: '^libs/policy/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'modules-run-in-a-browser',
      severity: 'error',
      from: { path: '^libs/modules/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'modules-know-no-framework',
      severity: 'error',
      from: { path: '^libs/modules/', pathNot: TESTS },
      to: { path: FRAMEWORKS },
    },
    {
      name: 'plan-against-actual-is-pure',
      comment: 'Variances, outturns and flags are functions of figures.',
      severity: 'error',
      from: {
        path: '^libs/monitoring/(variance|outturn|flags|evidence)/',
        pathNot: [TESTS, '\\.fixture\\.ts$'],
      },
      to: { pathNot: ['^libs/monitoring/(variance|outturn|flags|evidence)/', '^libs/engine/index\\.ts$'] },
    },
    {
      name: 'platform-stands-at-the-bottom',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: '^libs/platform/' },
    },
    {
      name: 'foundation-knows-no-journey',
      severity: 'error',
      from: { path: libraries(FOUNDATION), pathNot: TESTS },
      to: { path: [libraries(JOURNEY), '^libs/(modules|engine)/'] },
    },
    ...JOURNEY.slice(0, -1).map(laterThan),
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: TESTS },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-know-no-other-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-through-their-index',
      comment: 'From outside, a library is its index or the index of a first-level folder.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: ['^libs/$1/', INDEX, INDEX_OF_FOLDER] },
    },
    {
      name: 'libraries-through-their-index-from-apps',
      severity: 'error',
      from: { path: '^apps/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: [INDEX, INDEX_OF_FOLDER] },
    },
    {
      name: 'admin-ui-is-a-browser-program',
      severity: 'error',
      from: { path: '^apps/admin-ui/src/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: '^libs/(modules|engine|policy|views/lists)/' },
    },
    {
      name: 'lists-are-shared-with-the-browser',
      comment: 'A list and its files have one declaration: functions of what was read.',
      severity: 'error',
      from: { path: '^libs/views/lists/', pathNot: TESTS },
      to: { pathNot: '^libs/(views/lists|modules)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'declared',
      comment: 'What is imported is a dependency of the project.',
      severity: 'error',
      from: {
        pathNot: [
          TESTS,
          '^test/',
          'vite\\.config',
          '\\.fixture\\.ts$',
          // Measured with what a developer has; says so where it is missing.
          '^apps/cli/browser/product-in-browser\\.ts$',
          '^apps/cli/(bundle-engine|build-kernel)\\.mjs$',
        ],
      },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['wholetime-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
