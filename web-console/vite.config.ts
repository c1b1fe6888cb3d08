import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { icons } from './build/icons.ts';

export default defineConfig({
  base: '/console/',
  plugins: [icons(), react()],
  worker: { format: 'es' },
  // ../web-markdown has no packages of its own
  resolve: { dedupe: ['marked'] },
  build: {
    outDir: 'target/classes/META-INF/resources/console',
    emptyOutDir: true,
    target: 'es2022',
    // all know light-dark(); written out for older ones it would need its own color-scheme
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    manifest: 'manifest.json',
    rolldownOptions: {
      output: {
        // the sign-in pages, which no build makes, load the same fonts: their names never change
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.woff2')) ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
    chunkSizeWarningLimit: 4000,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-web-console.xml' }]],
  },
});
