import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../target/graphql-env';

type Tada = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Locale: string; Long: number; JSON: unknown; Date: string };
}>;

/** Typed by the product's schema; at run time a document is the text that it looks like. */
export const graphql = ((document: string, fragments: readonly string[] = []) =>
  [document, ...fragments].join('\n')) as unknown as Tada;

export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
