import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** Options of `webPreferences` that would open a hole; checklist SEC-02 to SEC-12. */
const unsafeWebPreferences = [
  ['nodeIntegration', 'true'],
  ['nodeIntegrationInWorker', 'true'],
  ['nodeIntegrationInSubFrames', 'true'],
  ['contextIsolation', 'false'],
  ['sandbox', 'false'],
  ['webSecurity', 'false'],
  ['webviewTag', 'true'],
  ['allowRunningInsecureContent', 'true'],
  ['experimentalFeatures', 'true'],
].map(([key, value]) => ({
  selector: `Property[key.name="${key}"][value.raw="${value}"]`,
  message: `${key}: ${value} is never allowed (docs/security-checklist.md).`,
}))

const unsafeSyntax = [
  ...unsafeWebPreferences,
  {
    selector: 'Property[key.name="enableBlinkFeatures"]',
    message: 'enableBlinkFeatures is never set (SEC-10 in docs/security-checklist.md).',
  },
]

/** A constructor cannot have a name of its own, so it keeps the keyword. */
const privateByKeyword = {
  selector: ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"])[accessibility="private"]',
  message: 'Members are kept private by the language: #name.',
}

const refusedSyntax = [...unsafeSyntax, privateByKeyword]

/** Calls that hold up the main process, and with it every window and the event poll. */
const blockingCalls = {
  selector: 'CallExpression:matches([callee.name=/Sync$/], [callee.property.name=/Sync$/])',
  message: 'Nothing blocks the main process once it has started (PERF-03 in docs/security-checklist.md).',
}

/** Files of the main process that may block, each with its reason. */
const mayBlock = [
  // The profile folder must exist before the single-instance lock is taken in it, and that before Electron is ready.
  'src/main/launch/user-data.ts',
]

/** Signs between words that are no words; every other sign or word comes from the text tables. */
const allowedInTemplates = ['·', '.', '×', '–', '—', '→', '(', ')', ':', ',', '/', '%', '+', '*']

/** What each trust zone may not import; the tsconfig per zone says the same to the compiler. */
const zone = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
})

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', '.tmp/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
        parser: tseslint.parser,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', ...refusedSyntax],
      'vue/no-restricted-html-elements': [
        'error',
        { element: 'webview', message: 'There is no webview (SEC-11 in docs/security-checklist.md).' },
      ],
      'vue/multi-word-component-names': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
    },
  },
  {
    // Words come from the text tables; the gallery is for development and speaks English.
    files: ['src/renderer/src/**/*.vue'],
    rules: {
      'vue/no-bare-strings-in-template': [
        'error',
        {
          allowlist: allowedInTemplates,
          attributes: {
            '/.+/': [
              ...['title', 'label', 'heading', 'text', 'placeholder', 'hint', 'summary', 'alt'],
              ...[
                'aria-label',
                'aria-description',
                'aria-placeholder',
                'aria-roledescription',
                'aria-valuetext',
              ],
            ],
          },
          directives: ['v-text', 'v-html'],
        },
      ],
    },
  },
  { files: ['**/*.spec.ts', 'e2e/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['src/renderer/**', 'src/preload/**'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
  zone(
    ['src/shared/**/*.ts'],
    [
      {
        group: ['electron', 'electron/*', 'node:*', 'vue', '**/main/**', '**/renderer/**'],
        message: 'shared stays plain.',
      },
    ],
  ),
  zone(
    ['src/renderer/**'],
    [
      {
        group: ['electron', 'electron/*', 'node:*', '**/main/**', '**/preload/**'],
        message: 'The renderer is untrusted.',
      },
    ],
  ),
  zone(
    ['src/preload/**'],
    [
      {
        group: ['valibot', 'node:*', '**/main/**', '**/renderer/**', '**/ipc/contract*'],
        allowTypeImports: true,
        message: 'The preload stays small.',
      },
    ],
  ),
  {
    files: ['src/main/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**', ...mayBlock],
    rules: { 'no-restricted-syntax': ['error', ...refusedSyntax, blockingCalls] },
  },
  {
    ...zone(
      ['src/main/**/*.ts'],
      [
        {
          group: ['electron', 'electron/*'],
          importNames: ['ipcMain'],
          message: 'Commands are registered by the router on the window itself (SEC-17, SEC-26).',
        },
      ],
    ),
    // Removes a channel that a library opens past the router.
    ignores: ['src/main/composition-root.ts'],
  },
  zone(
    ['src/main/gateway/**', 'src/main/management/**'],
    [{ group: ['electron', 'electron/*'], message: 'The clients run in plain Node.' }],
  ),
  prettier,
)
