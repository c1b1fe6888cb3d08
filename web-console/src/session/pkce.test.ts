import { expect, test } from 'vitest';
import { newProof, randomText } from './pkce';

test('the challenge is the one of RFC 7636, appendix B', async () => {
  const proof = await newProof('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');

  expect(proof.challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('two verifiers differ and are long enough', () => {
  const [one, other] = [randomText(32), randomText(32)];

  expect(one).toMatch(/^[\w-]{43}$/);
  expect(one).not.toBe(other);
});
