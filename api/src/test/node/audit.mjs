// node audit.mjs http://localhost:8080/graphql: the audits of npm's graphql-http, one line each; notices are no rule.
import { auditServer } from 'graphql-http';

const url = process.argv[2];
const results = await auditServer({ url });
for (const result of results) {
  console.log(`${result.status.toUpperCase()} ${result.name}${result.status === 'ok' ? '' : `: ${result.reason}`}`);
}
const failed = results.filter(({ name, status }) => status !== 'ok' && /^(MUST|SHOULD)/.test(name));
console.log(`${results.length} audits, ${failed.length} rules broken`);
process.exit(failed.length || results.length < 60 ? 1 : 0);
