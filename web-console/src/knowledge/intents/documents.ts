import { graphql, type ResultOf } from '../../transport/graphql';
import { asked } from '../../transport/queries';

export const INTENTS = ['intents'] as const;

const Intents = graphql(`
  query Intents {
    intents {
      intents { name version enabled examples skillGroup { id name } slots { name } steps { kind } changedAt }
      trainings { version madeAt intents examples accuracy }
      threshold
      connectors
    }
  }
`);
export type IntentSet = NonNullable<ResultOf<typeof Intents>['intents']>;
export const askedIntents = asked([...INTENTS, 'all'], Intents, {});

const OneIntent = graphql(`
  query OneIntent($name: String!) {
    intents { connectors }
    intent(name: $name) {
      intent {
        name
        version
        enabled
        examples
        skillGroup { id name }
        slots { name kind pattern choices prompt { zh en } }
        steps { kind slot connector text { zh en } }
      }
      versions { version changedAt changedBy { name } examples slots { name } steps { kind } enabled }
    }
  }
`);
type One = ResultOf<typeof OneIntent>;
export type History = NonNullable<One['intent']>;
export type Intent = History['intent'];
export type SlotKind = Intent['slots'][number]['kind'];
export type StepKind = Intent['steps'][number]['kind'];
export const askedIntent = (name: string) => asked([...INTENTS, 'one'], OneIntent, { name });

const GroupNames = graphql(`query IntentGroups { skillGroups(first: 100) { nodes { id name } } }`);
export const askedGroupNames = asked([...INTENTS, 'groups'], GroupNames, {});

const Try = graphql(`
  query TestIntent($question: String!) {
    testIntent(question: $question) { meant { name } likely { name probability } told { name value } }
  }
`);
export type Tried = NonNullable<ResultOf<typeof Try>['testIntent']>;
export const askedTry = (question: string) => asked([...INTENTS, 'try'], Try, { question });

export const CreateIntent = graphql(`
  mutation CreateIntent($input: CreateIntentInput!) {
    createIntent(input: $input) { intent { name } userErrors { code field message } }
  }
`);

export const UpdateIntent = graphql(`
  mutation UpdateIntent($input: UpdateIntentInput!) {
    updateIntent(input: $input) { intent { name version } userErrors { code field message } }
  }
`);

export const SetThreshold = graphql(`
  mutation SetIntentThreshold($input: SetIntentThresholdInput!) {
    setIntentThreshold(input: $input) { intentSet { threshold } userErrors { code field message } }
  }
`);
