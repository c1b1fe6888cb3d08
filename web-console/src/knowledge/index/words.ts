import { dictionary } from '../../language/language';

export const words = dictionary(
  {
    upToDate: 'The bot’s search index is up to date: {count} documents.',
    due: 'The bot’s search index is being written: {due} of {count} documents are due.',
    rebuild: 'Rebuild the index',
    begun: 'All documents are being written again. The bot goes on answering meanwhile.',
    underWay: 'The index is being rebuilt …',
  },
  {
    upToDate: '机器人搜索索引已是最新：{count} 个文档。',
    due: '机器人搜索索引更新中：{count} 个文档中有 {due} 个待写入。',
    rebuild: '重建索引',
    begun: '正在重新写入全部文档，期间机器人照常回答。',
    underWay: '正在重建……',
  },
);
