import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { contractForPages, contractSource } from './contract-for-pages.mjs';
import { expandMacros, hasMacros } from './macros.mjs';

const source = (folder: string) => fileURLToPath(new URL(`../api/${folder}/src/`, import.meta.url));

/** react-aria carries its sentences in thirty-four languages; the pages speak three. */
const onlyOurLanguages: Plugin = {
  name: 'only-our-languages',
  enforce: 'pre',
  load: {
    filter: {
      id: {
        include: /[\\/]intl[\\/].*[\\/][a-z]{2}-[A-Z]{2}\.m?js$/,
        exclude: /(en-US|nl-NL|fr-FR)\.m?js$/,
      },
    },
    handler: () => 'export default {};',
  },
};

/** react-aria empties what it reads aloud through `innerHTML`, which our content security policy refuses, even empty. */
const trustedAnnouncer: Plugin = {
  name: 'trusted-announcer',
  enforce: 'pre',
  transform: {
    filter: { id: /live-announcer[\\/]LiveAnnouncer\.m?js$/, code: ".innerHTML = ''" },
    handler: (code) => code.replaceAll(".innerHTML = ''", '.replaceChildren()'),
  },
};

/** Lingui's macros, expanded as the tests expand them (see macros.mjs). */
const macros: Plugin = {
  name: 'lingui-macros',
  enforce: 'pre',
  transform: {
    filter: { id: /\.tsx?$/, code: hasMacros },
    handler: (code, id) => expandMacros(code, id),
  },
};

/** The contract without what only the API needs (see contract-for-pages.mjs). */
const lightContract: Plugin = {
  name: 'light-contract',
  enforce: 'pre',
  transform: {
    filter: { id: contractSource },
    handler: (code, id) => contractForPages(code, id),
  },
};

const api = loadEnv('', '.', 'API_')['API_ORIGIN'] ?? 'http://localhost:3000';
const proxy = { '/api': api, '/livez': api };

export default defineConfig(({ command }) => ({
  plugins: [
    onlyOurLanguages,
    trustedAnnouncer,
    macros,
    lightContract,
    // While somebody is still writing, English may stand in; a build with a missing sentence fails.
    lingui({ failOnMissing: command === 'build', failOnCompileError: true }),
    react(),
    tailwindcss(),
  ],
  resolve: {
    // The contract's source, not its build, so that `vite` sees an edit at once.
    alias: [
      { find: /^@shelter-city\/contract\/(.*)$/, replacement: `${source('contract')}$1.ts` },
      { find: /^@shelter-city\/domain\/(.*)$/, replacement: `${source('domain')}$1.ts` },
    ],
  },
  server: { port: 5173, proxy },
  preview: { proxy },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    sourcemap: false,
    // Nothing may stand inline: the content security policy allows files of our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs, in one file that changes only when a library does.
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'libraries',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack[\\/](query-core|react-query)|@lingui|tailwind-variants)[\\/]/,
            },
            // What the router stands on; many small files together weigh less than apart.
            {
              name: 'foundation',
              test: /[\\/]src[\\/](api[\\/](call|failure|failure-text|idempotency|problems|query-client|reachability)|app[\\/](app|clock|mark|navigation|page-error)|design[\\/](button|choice-cookie|icon|layout|states|theme|toast)|messages[\\/]language|session[\\/](end-session|looks|own-session|role-words|session-queries|way-back))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
}));
