import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const PRELOAD = '\0vite/preload-helper.js';

/** Languages are loaded as they are: what Vite would preload beside them, they do not have. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  resolveId: (id) => (id === PRELOAD ? id : null),
  load: (id) => (id === PRELOAD ? 'export const __vitePreload = (load) => load();' : null),
};

/** What the panel's page loads: hashed scripts and styles, named to the server by manifest.json. */
export default defineConfig({
  base: '/w/',
  plugins: [plainImports],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // ../web-markdown has no packages of its own
  resolve: { dedupe: ['marked'] },
  server: { fs: { allow: ['.', '../web-markdown'] } },
  build: {
    outDir: 'target/classes/META-INF/resources/w',
    emptyOutDir: false,
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: false,
    rollupOptions: { input: 'src/panel/main.tsx' },
  },
  test: {
    environment: 'happy-dom',
    isolate: false,
    fileParallelism: false,
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-web-widget.xml' }]],
  },
});
