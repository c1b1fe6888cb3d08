// After vite build: compresses what is served, prints the sizes and fails where a budget is exceeded.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const made = 'target/classes/META-INF/resources/console';
const budgets = { 'first load, JS': 170, 'first load, CSS': 45 };
const bigFrom = 400_000; // brotli's last level takes ten seconds for an editor

const files = readdirSync(made, { recursive: true })
  .map((name) => join(made, name))
  .filter((path) => statSync(path).isFile() && /\.(js|css|html|svg)$/.test(path));

const sizes = new Map();
for (const path of files) {
  const content = readFileSync(path);
  const gzip = gzipSync(content, { level: 9 });
  const quality = content.length > bigFrom ? 9 : 11;
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  sizes.set(relative(made, path), { raw: content.length, gzip: gzip.length, brotli: brotli.length });
  if (content.length > 1024 && path.includes('/assets/')) {
    writeFileSync(`${path}.gz`, gzip);
    writeFileSync(`${path}.br`, brotli);
  }
}

const manifest = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8'));
rmSync(join(made, 'manifest.json')); // nobody's business

/** The chunk and all that it imports at once. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const each of manifest[key].imports ?? []) closure(each, seen);
  return seen;
}

function filesOf(keys) {
  const chunks = [...keys].map((key) => manifest[key]);
  return { js: chunks.map((chunk) => chunk.file), css: chunks.flatMap((chunk) => chunk.css ?? []) };
}

const sum = (names) =>
  [...new Set(names)].reduce(
    (total, name) => {
      const { raw, gzip, brotli } = sizes.get(name) ?? { raw: 0, gzip: 0, brotli: 0 };
      return { raw: total.raw + raw, gzip: total.gzip + gzip, brotli: total.brotli + brotli };
    },
    { raw: 0, gzip: 0, brotli: 0 },
  );

const first = closure('index.html');
const rows = [
  ['first load, JS', sum(filesOf(first).js)],
  ['first load, CSS', sum(filesOf(first).css)],
];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !key.startsWith('src/')) continue;
  const own = filesOf([...closure(key)].filter((each) => !first.has(each)));
  rows.push([key.slice(4), sum([...own.js, ...own.css])]);
}

const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(9);
console.log(`${'KiB'.padEnd(44)}${'raw'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}   budget (gzip)`);
for (const [name, { raw, gzip, brotli }] of rows) {
  console.log(
    name.padEnd(44) + kib(raw) + kib(gzip) + kib(brotli) + (budgets[name] ? `${budgets[name]}`.padStart(16) : ''),
  );
}
const over = rows.filter(([name, { gzip }]) => gzip / 1024 > (budgets[name] ?? Number.POSITIVE_INFINITY));
if (over.length > 0) {
  console.error(`over budget: ${over.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
