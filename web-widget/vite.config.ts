import { defineConfig } from 'vitest/config';

/** What the panel's page loads: hashed scripts and styles, named to the server by manifest.json. */
export default defineConfig({
  base: '/w/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
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
