// The last step of the build: packs each file for the wire, prints what it weighs, and fails where it weighs too much.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const OUT = 'target/classes/META-INF/resources/w';
const KIB = 1024;
const manifest = JSON.parse(readFileSync(join(OUT, 'manifest.json'), 'utf8'));
const panel = manifest['src/panel/main.tsx'];
const budgets = [
  { what: 'loader', files: ['loader.js'], most: 3 * KIB },
  { what: 'panel', files: [panel.file, ...panel.css], most: 20 * KIB },
];

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const weights = new Map();
for (const name of [
  'loader.js',
  ...readdirSync(join(OUT, 'assets'))
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => `assets/${file}`),
]) {
  const raw = readFileSync(join(OUT, name));
  const [gz, br] = [gzipSync(raw, { level: 9 }), brotliCompressSync(raw, brotli)];
  writeFileSync(join(OUT, `${name}.gz`), gz);
  writeFileSync(join(OUT, `${name}.br`), br);
  weights.set(name, { raw: raw.length, gzip: gz.length, brotli: br.length });
}
console.table(Object.fromEntries(weights));

for (const { what, files, most } of budgets) {
  const weight = files.reduce((sum, file) => sum + weights.get(file).gzip, 0);
  console.log(`${what}: ${weight} of at most ${most} bytes gzip`);
  if (weight > most) process.exitCode = 1;
}
