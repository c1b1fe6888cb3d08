import { dictionary } from '../../language/language';

export const words = dictionary(
  {
    upToDate: 'The bot’s search index is up to date: {count} documents.',
    due: 'The bot’s search index is being written: {due} of {count} documents are due.',
    refusedTitle: 'Versions that the search index refuses: {count}',
    refusedText: 'The bot cannot answer with them. Change their questions, and submit them again.',
    version: '{entry}, version {version}',
    gone: 'An entry',
    rebuild: 'Rebuild the index',
    begun: 'All documents are being written again. The bot goes on answering meanwhile.',
    underWay: 'The index is being rebuilt …',
  },
  {
    upToDate: '机器人搜索索引已是最新：{count} 个文档。',
    due: '机器人搜索索引更新中：{count} 个文档中有 {due} 个待写入。',
    refusedTitle: '搜索索引拒绝了 {count} 个版本',
    refusedText: '机器人无法用它们回答。请修改问题后重新提交。',
    version: '{entry}，版本 {version}',
    gone: '条目',
    rebuild: '重建索引',
    begun: '正在重新写入全部文档，期间机器人照常回答。',
    underWay: '正在重建……',
  },
);
