const JOURNEY = 'organisations|baselines|assumptions|projections|plans|publication|demo';
const FOUNDATION = 'persistence|queue|platform|policy|access';

/** Import directions of the architecture; see CONTRIBUTING.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood or tested apart.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Processes share code through libraries, not with each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'The engine runs in Node and in the browser: it imports nothing but itself.',
      severity: 'error',
      from: { path: '^libs/engine/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/engine/' },
    },
    {
      name: 'modules-are-pure',
      comment: 'Modules see the engine and the types of policy; no framework, no file, no database.',
      severity: 'error',
      from: { path: '^libs/modules/', pathNot: '(\\.spec\\.ts$|/validation/|input-schema)' },
      to: { pathNot: '^libs/(engine|modules)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'foundation-stays-below',
      comment: 'What everything stands on does not know the planning journey.',
      severity: 'error',
      from: { path: `^libs/(${FOUNDATION})/`, pathNot: 'spec\\.ts$' },
      to: { path: `^libs/(${JOURNEY})/` },
    },
    {
      name: 'modules-through-their-index',
      comment: 'A library is used through its index.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '/index\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules|\\.local)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['wholetime-source', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
