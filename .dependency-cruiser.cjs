const verticals =
  'sessions|cities|capacity|defenders|risk-notes|stays|matching|board|today|reports|erasure|retention|integrity|health';
const npm = '^node_modules/';
const builtIn = '^(node:)?[a-z_/]+$';
const spec = '\\.(spec|fixture)\\.tsx?$';

const only = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { pathNot: [from, ...allowed] },
});

/** Who may lean on whom. Each `only` reads: what is here may import itself and what follows, nothing else. */
module.exports = {
  forbidden: [
    only('domain-is-pure', '^api/domain/'),
    only('contract-is-small', '^api/contract/', '^api/domain/', '^node_modules/zod/'),
    only('vault-knows-no-product', '^api/vault/', npm, builtIn),
    only('planner-knows-no-product', '^api/planner/', npm, builtIn),
    only('policy-is-pure', '^api/src/access/policy\\.ts$', '^api/contract/', '^api/domain/'),
    only('api', '^api/src/', '^api/(domain|contract|vault|planner)/', '^prisma/', npm, builtIn),
    only('web-knows-only-the-contract', '^web/(src|test)/', '^api/contract/', npm),
    only(
      'stories-know-only-the-contract',
      '^e2e/',
      '^api/contract/',
      npm,
      builtIn,
      '^prisma/tools/',
      '^prisma/seed/sign-ins',
    ),
    only('tools-know-no-product', '^prisma/tools/', npm, builtIn),
    only('seed', '^prisma/', '^api/(domain|vault)/', npm, builtIn),
    only('scripts', '^scripts/', '^prisma/(tools/|keeping/|seed/sign-ins)', '^api/vault/', npm, builtIn),
    {
      name: 'only-the-harness-of-the-stories-knows-the-database',
      severity: 'error',
      from: { path: '^e2e/', pathNot: '^e2e/(server|global-(setup|teardown))\\.ts$' },
      to: { path: '^prisma/tools/' },
    },
    {
      name: 'prisma-behind-repositories',
      severity: 'error',
      from: {
        path: '^api/src/',
        pathNot: ['^api/src/(persistence|vault|audit)/', '\\.repository\\.ts$', spec],
      },
      to: { path: ['^prisma/', '^node_modules/(@prisma|pg)/'] },
    },
    {
      name: 'features-meet-at-their-service',
      severity: 'error',
      from: { path: `^api/src/(${verticals})/`, pathNot: spec },
      to: {
        path: `^api/src/(${verticals})/`,
        pathNot: ['^api/src/$1/', '\\.(service|module)\\.ts$'],
      },
    },
    {
      name: 'product-stands-on-concerns',
      comment: 'What serves every vertical knows none of them.',
      severity: 'error',
      from: {
        path: '^api/src/(access|audit|config|http|persistence|problems|vault)/',
        pathNot: spec,
      },
      to: { path: `^api/src/(${verticals})/` },
    },
    {
      name: 'nothing-leans-on-tests-or-scripts',
      severity: 'error',
      from: { path: '^(api/(src|domain|contract|vault|planner)|web/src|prisma)/', pathNot: spec },
      to: { path: ['^api/(test|bench|proof)/', '^web/test/', '^e2e/', '^scripts/', spec] },
    },
    {
      name: 'everything-is-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^(\\.|@shelter-city/)' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^prisma/generated'] },
    exclude: { path: '(^|/)(dist|coverage)/' },
    // Our packages by their sources. Their condition "source" won't do here: some packages from npm name sources they don't ship.
    tsConfig: { fileName: 'tsconfig.dependencies.json' },
    enhancedResolveOptions: {
      conditionNames: ['types', 'node', 'import', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.po'],
    },
  },
};
