import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { graphql, type ResultOf } from '../../transport/graphql';
import { asked } from '../../transport/queries';

export const ANSWERING = ['answering'] as const;

const Thresholds = graphql(`query AnsweringThresholds { answeringThresholds { answer clarify } }`);
export type Thresholds = NonNullable<ResultOf<typeof Thresholds>['answeringThresholds']>;
export const askedThresholds = asked([...ANSWERING, 'thresholds'], Thresholds, {});

export const WordsNow = graphql(
  `query AnsweringWords { answeringWords { version synonyms { word others } sensitive } }`,
);
export type Words = NonNullable<ResultOf<typeof WordsNow>['answeringWords']>;
export const askedWords = asked([...ANSWERING, 'words'], WordsNow, {});

const Preview = graphql(`
  query AnsweringPreview($thresholds: AnsweringThresholdsInput!) {
    answeringPreview(thresholds: $thresholds) {
      questions
      now { answered askedBack handedOver }
      then { answered askedBack handedOver }
      changes
      changed { question now then confidence nearest }
    }
  }
`);
export type Preview = NonNullable<ResultOf<typeof Preview>['answeringPreview']>;

/** The figures before stay until the new ones are there. */
export const askedPreview = (thresholds: Thresholds) =>
  queryOptions({
    ...asked([...ANSWERING, 'preview'], Preview, { thresholds }),
    placeholderData: keepPreviousData,
  });

export const ChooseThresholds = graphql(`
  mutation ChooseAnsweringThresholds($input: ChooseAnsweringThresholdsInput!) {
    chooseAnsweringThresholds(input: $input) { thresholds { answer clarify } userErrors { code field message } }
  }
`);

export const ChooseWords = graphql(`
  mutation ChooseAnsweringWords($input: ChooseAnsweringWordsInput!) {
    chooseAnsweringWords(input: $input) { words { version } userErrors { code field message } }
  }
`);
