import { queryOptions } from '@tanstack/react-query';
import { graphql, type ResultOf } from '../../transport/graphql';
import { asked } from '../../transport/queries';
import { act } from '../../transport/request';
import { KNOWLEDGE } from '../documents';

export const IMPORTS = [...KNOWLEDGE, 'imports'] as const;

const Import = graphql(`
  fragment Import on KnowledgeImport {
    id
    fileName
    format
    policy
    dryRun
    state
    counts { lines done created revised same skipped refused limited toPublish published }
    fault
    fileFault { code about }
    faults { line field code message }
    errorFile
    resultFile
    createdAt
    by { id name }
  }
`);
export type Import = ResultOf<typeof Import>;
export type Policy = Import['policy'];
export type FileFaultCode = NonNullable<Import['fileFault']>['code'];

/** What may become of lines whose entry exists already; the first is what is usual. */
export const POLICIES = ['REVISE', 'SKIP', 'ADD'] as const satisfies readonly Policy[];

const OneImport = graphql(`query KnowledgeImport($id: ID!) { knowledgeImport(id: $id) { ...Import } }`, [Import]);

const LatestImports = graphql(
  `query KnowledgeImports { knowledgeImports(first: 20) { nodes { id fileName dryRun state createdAt counts { lines created revised refused } by { name } } } }`,
);
export type ImportLine = NonNullable<ResultOf<typeof LatestImports>['knowledgeImports']>['nodes'][number];

/** Whether that import brought in a file of the same name and length. */
export const isSameFile = (before: ImportLine, now: Import) =>
  !before.dryRun &&
  before.counts.created > 0 &&
  before.fileName === now.fileName &&
  before.counts.lines === now.counts.lines;

export const isOpen = (state: string | undefined) => state === 'WAITING' || state === 'RUNNING';

/** Read every second while something happens. */
export const askedImport = (id: string) =>
  queryOptions({
    ...asked([...IMPORTS, 'one'], OneImport, { id }),
    staleTime: 0,
    refetchInterval: ({ state }) => (isOpen(state.data?.knowledgeImport?.state) ? 1000 : false),
  });

export const askedImports = queryOptions({
  ...asked([...IMPORTS, 'latest'], LatestImports, {}),
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.knowledgeImports?.nodes.some((each) => isOpen(each.state)) ? 2000 : false,
});

const Begin = graphql(`
  mutation ImportKnowledge($input: ImportKnowledgeInput!) {
    importKnowledge(input: $input) { knowledgeImport { id } userErrors { code field message } }
  }
`);
const Cancel = graphql(`
  mutation CancelKnowledgeImport($input: CancelKnowledgeImportInput!) {
    cancelKnowledgeImport(input: $input) { knowledgeImport { id } userErrors { code field message } }
  }
`);

export const beginImport = (input: { uploadId: string; policy: Policy; dryRun: boolean }) => act(Begin, input);
export const cancelImport = (importId: string) => act(Cancel, { importId });
