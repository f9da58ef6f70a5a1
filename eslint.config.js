import reactHooks from 'eslint-plugin-react-hooks';
import unicorn from 'eslint-plugin-unicorn';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { ourRules } from './scripts/eslint-rules.mjs';

const specs = ['**/*.spec.ts', '**/*.spec.tsx', 'api/test/**', 'web/test/**', 'e2e/**'];
const configs = ['**/*.config.{js,ts,mjs,cjs}', '**/*.mjs', '**/*.cjs'];

const clockMessage = 'Take the time from the one clock, and "today" as an argument.';
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockMessage },
  { selector: "CallExpression[callee.name='Date']", message: clockMessage },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clockMessage },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: clockMessage,
  },
];
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read and checked in config/ only.',
};
const names = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  {
    selector: 'ExportAllDeclaration',
    message: 'No barrels: import from the file that says it.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/generated/',
    '**/coverage/',
    '**/test-results/',
    '**/playwright-report/',
    '.data/',
    '.stamps/',
    'web/src/messages/{en,nl,fr}/*.{js,mjs,ts}',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { unicorn, ours: ourRules },
    rules: {
      'unicorn/filename-case': ['error', { case: 'kebabCase' }],
      'ours/suppressions-say-why': 'error',
      'ours/names-say-what': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': ['error', ...clock, environment, ...names],
    },
  },
  {
    files: [
      'api/src/**/*.ts',
      'api/domain/**/*.ts',
      'api/contract/**/*.ts',
      'api/planner/src/**/*.ts',
      'web/src/**/*.{ts,tsx}',
    ],
    rules: { 'no-console': 'error' },
  },
  {
    // The one place that reads settings.
    files: ['api/src/config/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...names] },
  },
  {
    // The one clock, of the API and of the pages.
    files: ['api/src/config/clock.ts', 'web/src/app/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, ...names] },
  },
  {
    // What runs from a shell reads its environment, and takes today from the machine's clock to hand it on.
    files: [
      'scripts/**/*.ts',
      'api/bench/**/*.ts',
      'api/proof/**/*.ts',
      'prisma/seed/main.ts',
      'prisma/tools/**/*.ts',
      'e2e/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...names] },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: specs,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What a reply holds is what a spec is there to find out.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // The tools that read these want a default export, and no tsconfig knows them.
    files: [...configs, 'e2e/*.setup.ts', 'e2e/global-setup.ts', 'e2e/global-teardown.ts'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { 'no-restricted-syntax': 'off' },
  },
);
