import { resolve } from 'node:path';
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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [nhsukWithoutLicensedFont(), react()],
  resolve: { conditions: ['wholetime-source', 'module', 'browser', 'development|production'] },
  css: { lightningcss: { errorRecovery: true } },
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/admin-ui'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env['WHOLETIME_API'] ?? 'http://127.0.0.1:3000' } },
});
