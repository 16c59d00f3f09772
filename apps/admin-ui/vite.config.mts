import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Prepares the NHS.UK style sheet for use outside nhs.uk: the licensed Frutiger font and its third-party
 * requests go, and the icons are taken from the package rather than from the site's root.
 */
function nhsukWithoutLicensedFont(): Plugin {
  return {
    name: 'nhsuk-without-licensed-font',
    enforce: 'pre',
    transform(source, id) {
      if (!id.includes('nhsuk-frontend.css')) return undefined;
      return source
        .replace(/@font-face\s*\{[^}]*Frutiger[^}]*\}/g, '')
        .replaceAll('"Frutiger W01", ', '')
        .replaceAll('url("/assets/', 'url("./assets/')
        .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
    },
  };
}

/** Puts `.gz` and `.br` beside each text file, so that the server compresses nothing while it serves. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    // Only what is written is final: the builder still replaces text after the bundle is generated.
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((fileName) => /\.(?:js|css|svg|html)$/.test(fileName));
      for (const fileName of texts) {
        const content = await readFile(resolve(dir, fileName));
        await writeFile(resolve(dir, `${fileName}.gz`), gzipSync(content, { level: 9 }));
        await writeFile(resolve(dir, `${fileName}.br`), brotliCompressSync(content));
      }
    },
  };
}

/** A build is for people, whoever asks for it: tests set NODE_ENV and would get React's development build. */
function buildForProduction(): Plugin {
  return {
    name: 'build-for-production',
    apply: 'build',
    config() {
      process.env['NODE_ENV'] = 'production';
    },
  };
}

const SHARED_BY_PAGES =
  /admin-ui[\\/]src[\\/](?:words|states|plan|organisations|controls|unsent|presence)[\\/]|views[\\/]lists[\\/]list\.ts/;

/** Entries of the grid: its page and the parts that come later read them. */
const ASSUMPTION_CELLS =
  /admin-ui[\\/]src[\\/]assumptions[\\/]grid[\\/](?:edit-book|cell-content|draft|undo-history|grid-model|selection|editing-session|outcome-words)\.ts/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [buildForProduction(), nhsukWithoutLicensedFont(), react(), precompressed()],
  resolve: { conditions: ['wholetime-source', 'module', 'browser', 'development|production'] },
  css: { lightningcss: { errorRecovery: true } },
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/admin-ui'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Small parts that most pages share: as files of their own each would be one more request.
          groups: [
            { name: 'frame', test: SHARED_BY_PAGES },
            { name: 'cells', test: ASSUMPTION_CELLS },
          ],
        },
      },
      // Functions of their input: of a library, a page takes only what it uses.
      treeshake: { moduleSideEffects: (id) => !/[\\/]libs[\\/](?:engine|modules|views)[\\/]/.test(id) },
    },
  },
  server: { proxy: { '/api': process.env['WHOLETIME_API'] ?? 'http://127.0.0.1:3000' } },
});
