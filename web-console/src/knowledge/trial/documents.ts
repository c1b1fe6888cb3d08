import { queryOptions } from '@tanstack/react-query';
import { type EnumOf, graphql, type ResultOf } from '../../transport/graphql';
import { asked, askedPages } from '../../transport/queries';
import { KNOWLEDGE } from '../documents';

/** Trials are read again after every act on knowledge: the gate's verdict depends on it. */
export const TRIALS = [...KNOWLEDGE, 'trials'] as const;

export type Effect = EnumOf<'TrialEffect'>;
export type GateState = EnumOf<'GateState'>;

const Trial = graphql(`
  fragment Trial on KnowledgeTrial {
    id
    kind
    state
    fault
    total
    done
    passed
    failed
    same
    better
    worse
    newlyAnswered
    lost
    previousId
    askedAt
    finishedAt
    askedBy { id name }
    set { id name }
    changes { version entry { id published { number question } latest { question } } }
    override { at reason by { id name } }
  }
`);
export type Trial = ResultOf<typeof Trial>;

const Sets = graphql(`
  query QuestionSets($after: String) {
    questionSets(first: 50, after: $after) {
      nodes { id name size createdAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export const askedSets = askedPages([...TRIALS, 'sets'], Sets, {}, (data) => data.questionSets);

const OneSet = graphql(`query QuestionSet($id: ID!) { questionSet(id: $id) { id name size createdAt } }`);
export type QuestionSet = NonNullable<ResultOf<typeof OneSet>['questionSet']>;
export const askedSet = (id: string) => asked([...TRIALS, 'set'], OneSet, { id });

const Questions = graphql(`
  query SetQuestions($id: ID!, $after: String) {
    questionSet(id: $id) {
      questions(first: 25, after: $after) {
        nodes {
          id
          question
          locale
          answerExpected
          expectedEntry { id published { question } latest { question } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
export type SetQuestion = NonNullable<ResultOf<typeof Questions>['questionSet']>['questions']['nodes'][number];
export const askedQuestions = (id: string) =>
  askedPages([...TRIALS, 'questions'], Questions, { id }, (data) => data.questionSet?.questions ?? null);

const Runs = graphql(
  `
  query KnowledgeTrials($setId: ID, $after: String) {
    knowledgeTrials(setId: $setId, first: 10, after: $after) {
      nodes { ...Trial }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [Trial],
);
/** Runs of a set, or replays. Looked at again while one is under way. */
export const askedRuns = (setId: string | null) => ({
  ...askedPages([...TRIALS, 'runs'], Runs, { setId }, (data) => data.knowledgeTrials),
  refetchInterval: 3_000,
});

const OneTrial = graphql(
  `
  query KnowledgeTrial($id: ID!) { knowledgeTrial(id: $id) { ...Trial } }
`,
  [Trial],
);
export const askedTrial = (id: string) =>
  queryOptions({
    ...asked([...TRIALS, 'one'], OneTrial, { id }),
    staleTime: 0,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.knowledgeTrial) ? 1_000 : false),
  });

export const isUnderWay = (trial: Pick<Trial, 'state'> | null | undefined) =>
  trial?.state === 'WAITING' || trial?.state === 'RUNNING';

/** Whether what it played is not what is published; of going back to a version the API alone knows. */
export const isLeft = (trial: Trial) =>
  trial.changes.some(({ version, entry }) => (entry?.published?.number ?? null) !== version);

const Results = graphql(`
  query TrialResults($trialId: ID!, $filter: TrialResultFilter, $after: String) {
    trialResults(trialId: $trialId, filter: $filter, first: 25, after: $after) {
      nodes {
        place
        question
        previousQuestion
        locale
        asked
        answerExpected
        passed
        effect
        expectedEntry { id published { question } latest { question } }
        before { decision version confidence entry { id published { question } latest { question } } }
        after { decision version confidence entry { id published { question } latest { question } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type Result = NonNullable<ResultOf<typeof Results>['trialResults']>['nodes'][number];
export type Outcome = Result['after'];

export type Which = { passed?: boolean; effects?: Effect[] };
export const askedResults = (trialId: string, filter: Which) =>
  askedPages([...TRIALS, 'results'], Results, { trialId, filter }, (data) => data.trialResults);

const Rule = graphql(`query ReplayGate { replayGate { worseLimit customerQuestions } }`);
export type GateRule = NonNullable<ResultOf<typeof Rule>['replayGate']>;
export const askedRule = asked([...TRIALS, 'gate'], Rule, {});

const Verdict = graphql(
  `
  query GateVerdict($entryId: ID!, $version: Int) {
    gateVerdict(entryId: $entryId, version: $version) { state replay { ...Trial } }
  }
`,
  [Trial],
);
export const askedVerdict = (entryId: string, version: number | null) =>
  queryOptions({
    ...asked([...TRIALS, 'verdict'], Verdict, { entryId, version }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.gateVerdict?.state === 'RUNNING' ? 1_000 : false),
  });

const Approved = graphql(`
  query ApprovedKnowledge($after: String) {
    knowledgeEntries(filter: { state: APPROVED }, first: 100, after: $after) {
      nodes { id latest { number question schedule { at } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
/** Versions that only have to go out. */
export const askedApproved = askedPages([...TRIALS, 'approved'], Approved, {}, (data) => data.knowledgeEntries);

export const CreateSet = graphql(`
  mutation CreateQuestionSet($input: CreateQuestionSetInput!) {
    createQuestionSet(input: $input) { set { id name } userErrors { code field message } }
  }
`);
export const RenameSet = graphql(`
  mutation RenameQuestionSet($input: RenameQuestionSetInput!) {
    renameQuestionSet(input: $input) { set { id name } userErrors { code field message } }
  }
`);
export const RemoveSet = graphql(`
  mutation RemoveQuestionSet($input: RemoveQuestionSetInput!) {
    removeQuestionSet(input: $input) { set { id } userErrors { code field message } }
  }
`);
export const AddQuestions = graphql(`
  mutation AddSetQuestions($input: AddSetQuestionsInput!) {
    addSetQuestions(input: $input) { set { id size } userErrors { code field message } }
  }
`);
export const EditQuestion = graphql(`
  mutation EditSetQuestion($input: EditSetQuestionInput!) {
    editSetQuestion(input: $input) { question { id } userErrors { code field message } }
  }
`);
export const RemoveQuestions = graphql(`
  mutation RemoveSetQuestions($input: RemoveSetQuestionsInput!) {
    removeSetQuestions(input: $input) { set { id } userErrors { code field message } }
  }
`);
export const StartBatch = graphql(`
  mutation StartBatchTest($input: StartBatchTestInput!) {
    startBatchTest(input: $input) { trial { id } userErrors { code field message } }
  }
`);
export const StartReplay = graphql(`
  mutation StartReplay($input: StartReplayInput!) {
    startReplay(input: $input) { trial { id } userErrors { code field message } }
  }
`);
export const StopTrial = graphql(`
  mutation StopKnowledgeTrial($input: StopKnowledgeTrialInput!) {
    stopKnowledgeTrial(input: $input) { trial { id } userErrors { code field message } }
  }
`);
export const PublishReplayed = graphql(`
  mutation PublishReplayedKnowledge($input: PublishReplayedKnowledgeInput!) {
    publishReplayedKnowledge(input: $input) { trial { id } userErrors { code field message } }
  }
`);
export const OverrideReplay = graphql(`
  mutation OverrideReplay($input: OverrideReplayInput!) {
    overrideReplay(input: $input) { trial { id } userErrors { code field message } }
  }
`);
export const ChooseGate = graphql(`
  mutation ChooseReplayGate($input: ChooseReplayGateInput!) {
    chooseReplayGate(input: $input) { gate { worseLimit customerQuestions } userErrors { code field message } }
  }
`);

type Named = { published: { question: string } | null; latest: { question: string } } | null;

/** What an entry is called: its published question, else its latest. */
export const nameOf = (entry: Named) => entry?.published?.question ?? entry?.latest.question ?? '–';
