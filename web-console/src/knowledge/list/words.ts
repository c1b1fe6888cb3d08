import { dictionary } from '../../language/language';
import { words as shared } from '../words';

export const words = dictionary(
  {
    ...shared.en,

    title: 'Knowledge',
    lead: 'What the bot answers with, once it is published.',
    leadAgent: 'What is published: the bot answers with it, and so can you.',
    close: 'Close',
    more: 'Show more',

    search: 'Search knowledge',
    searchHint: 'Search questions and answers',
    clearSearch: 'Clear the search',
    state: 'State',
    anyState: 'Any state',
    anyCategory: 'Any category',
    noCategory: 'No category',
    shownOf: '{shown} of {total} entries',
    shownOfMany: '{shown} of more than 10,000 entries',
    nothingFound: 'Nothing found',
    nothingFoundText: 'No entry has these words, state and category at once.',
    showAll: 'Show all',
    empty: 'No knowledge yet',
    emptyText: 'Write down what your customers ask most. Ten good answers are a good beginning.',
    emptyTextAgent: 'Nothing is published yet. Your editors are probably on it.',
    writeFirst: 'Write the first answer',

    reviewCount: 'Review ({count})',
  },
  {
    ...shared.zh,

    title: '知识库',
    lead: '发布之后，机器人就会用它来回答。',
    leadAgent: '这里是已发布的知识：机器人用它回答，您也可以。',
    close: '关闭',
    more: '显示更多',

    search: '搜索知识',
    searchHint: '搜索问题和答案',
    clearSearch: '清除搜索',
    state: '状态',
    anyState: '全部状态',
    anyCategory: '全部分类',
    noCategory: '未分类',
    shownOf: '已显示 {shown} 条，共 {total} 条',
    shownOfMany: '已显示 {shown} 条，共超过 10,000 条',
    nothingFound: '没有找到',
    nothingFoundText: '没有条目同时符合这些关键词、状态和分类。',
    showAll: '显示全部',
    empty: '还没有知识',
    emptyText: '先写下客户最常问的问题，十条好答案就是不错的开始。',
    emptyTextAgent: '还没有发布任何知识，知识编辑可能正在准备。',
    writeFirst: '写下第一条答案',

    reviewCount: '审核（{count}）',
  },
);
