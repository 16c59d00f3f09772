const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const GLOBALS_OF_ARITHMETIC = [
  'BigInt',
  'Float64Array',
  'Infinity',
  'Map',
  'Math',
  'Number',
  'Object',
  'Set',
  'Uint32Array',
];

/** Options shared by every project: SWC for TypeScript, and libraries resolved from source. */
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['wholetime-source', 'node', 'require', 'default'] },
  transform: { '^.+\\.(t|m?j)sx?$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|uuid|canonicalize|hyparquet|hyparquet-writer|openid-client|oauth4webapi)/)',
  ],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
  // Jest looks globals up by way of its sandbox at every use, which makes arithmetic many times slower.
  sandboxInjectedGlobals: GLOBALS_OF_ARITHMETIC,
};

/** Tests wait for real processes, or calculate thousands of cases on a machine that does much else. */
const patient = {
  ...shared,
  setupFilesAfterEnv: [
    '<rootDir>/test/support/patience.setup.ts',
    '<rootDir>/test/support/property-seed.setup.ts',
  ],
};

module.exports = {
  projects: [
    {
      ...patient,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.{ts,tsx}', '!<rootDir>/**/*.int-spec.ts'],
    },
    { ...patient, displayName: 'golden', testMatch: ['<rootDir>/test/golden/**/*.spec.ts'] },
    {
      ...patient,
      displayName: 'proof',
      testMatch: ['<rootDir>/{libs,test}/**/*.proof-spec.ts'],
    },
    {
      ...patient,
      displayName: 'integration',
      testMatch: ['<rootDir>/libs/**/*.int-spec.ts', '<rootDir>/test/integration/**/*.int-spec.ts'],
      globalSetup: '<rootDir>/test/support/integration-services.setup.ts',
      globalTeardown: '<rootDir>/test/support/integration-services.teardown.ts',
    },
    {
      ...patient,
      displayName: 'e2e',
      globalSetup: '<rootDir>/test/support/built-product.setup.ts',
      testMatch: ['<rootDir>/test/e2e/**/!(soak).e2e-spec.ts'],
    },
    {
      ...patient,
      displayName: 'soak',
      globalSetup: '<rootDir>/test/support/built-product.setup.ts',
      testMatch: ['<rootDir>/test/e2e/soak.e2e-spec.ts'],
    },
    {
      ...patient,
      displayName: 'fault',
      globalSetup: '<rootDir>/test/support/built-product.setup.ts',
      testMatch: ['<rootDir>/test/fault/**/*.fault-spec.ts'],
    },
    {
      ...patient,
      displayName: 'browser',
      globalSetup: '<rootDir>/test/support/demo-folder.setup.ts',
      globalTeardown: '<rootDir>/test/support/demo-folder.teardown.ts',
      testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
    },
  ],
};
