import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../target/graphql-env';

export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';

type Tada = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string; JSON: unknown; Locale: string; Long: number };
}>;

type Enums = introspection['types'];

/** The members of an enum of the schema: `EnumOf<'Role'>`. */
export type EnumOf<Name extends keyof Enums> = Enums[Name] extends { enumValues: infer Values } ? Values : never;

export type Role = EnumOf<'Role'>;

/** A document is its own text at run time; its types exist for the compiler alone. */
export const graphql = ((text: string, fragments: readonly string[] = []) =>
  [text, ...new Set(fragments)].join('\n')) as unknown as Tada;
