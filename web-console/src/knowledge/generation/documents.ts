import { graphql, type ResultOf } from '../../transport/graphql';
import { asked } from '../../transport/queries';

export const GENERATION = ['generation'] as const;

const Now = graphql(`query Generation { generation { version enabled baseUrl model seconds maxTokens } }`);
export type Generation = NonNullable<ResultOf<typeof Now>['generation']>;
export const askedGeneration = asked(GENERATION, Now, {});

export const SetGeneration = graphql(`
  mutation SetGeneration($input: SetGenerationInput!) {
    setGeneration(input: $input) { generation { version } userErrors { code field message } }
  }
`);
