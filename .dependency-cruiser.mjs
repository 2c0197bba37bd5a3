import { MAY_USE } from './architecture.mjs';

const error = (name, from, to) => ({ name, severity: 'error', from, to });

const modules = Object.entries(MAY_USE).map(([name, uses]) =>
  error(
    `${name}-uses-only-${uses.join('-') || 'platform'}`,
    { path: `^src/modules/${name}/` },
    {
      path: '^src/modules/',
      pathNot: [`^src/modules/${name}/`, ...uses.map((used) => `^src/modules/${used}/index\\.ts$`)],
    },
  ),
);

export default {
  forbidden: [
    ...modules,
    error('no-cycles', {}, { circular: true }),
    error(
      'doors-enter-by-the-face',
      { path: '^src/(portal|desk|lobby|api|doors|cli|app|main)' },
      {
        path: '^src/modules/[^/]+/(?!index\\.ts$)',
      },
    ),
    error(
      'platform-knows-no-module',
      { path: '^src/(platform|ui)/' },
      {
        path: '^src/(modules|main|app|portal|desk|lobby|api|doors|cli)',
      },
    ),
    error(
      'domain-knows-no-http',
      { path: '^src/modules/', pathNot: '\\.(desk|portal|api|page|test)\\.tsx?$|/index\\.ts$' },
      { path: '^src/ui/|node_modules/(fastify|@fastify|preact)/|platform/http' },
    ),
    error(
      'pages-only-render',
      { path: '\\.page\\.tsx$' },
      { path: 'platform/db|node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    ),
    error(
      'modules-know-no-door',
      { path: '^src/modules/' },
      { path: '^src/(portal|desk|lobby|api|doors|cli|app|main)' },
    ),
    error('not-to-test', { path: '^src/', pathNot: '\\.test\\.tsx?$' }, { path: '\\.test\\.tsx?$|^test/' }),
    error('no-orphans', { orphan: true, pathNot: '\\.d\\.ts$|\\.config\\.ts$' }, {}),
    error(
      'not-to-dev-dep',
      { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    error('no-unresolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
