import { defineConfig } from 'vite';

/** One classic script without imports: /w/loader.js. It is built first and empties the folder. */
export default defineConfig({
  build: {
    outDir: 'target/classes/META-INF/resources/w',
    emptyOutDir: true,
    target: 'es2020',
    lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'wendaLoader', fileName: () => 'loader.js' },
  },
});
