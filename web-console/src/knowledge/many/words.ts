import { dictionary } from '../../language/language';

export const words = dictionary(
  {
    selectAll: 'Select all {count} shown',
    selected: '{count} selected',
    select: 'Select: {question}',
    submit: 'Submit {count} for review',
    approve: 'Approve {count}',
    reject: 'Send {count} back',
    comment: 'Comment for the selected',
    commentHint: 'Optional when you approve, needed when you send back.',
    needComment: 'Please say what should be different.',
    done: '{count} done.',
    notDone: '{count} could not be done',
    andMore: 'And {count} more.',
    close: 'Close',
  },
  {
    selectAll: '选择所显示的全部 {count} 条',
    selected: '已选 {count} 条',
    select: '选择：{question}',
    submit: '提交审核 {count} 条',
    approve: '通过 {count} 条',
    reject: '退回 {count} 条',
    comment: '对所选条目的说明',
    commentHint: '通过时选填，退回时必填。',
    needComment: '请说明需要修改的地方。',
    done: '已完成 {count} 条。',
    notDone: '{count} 条未能完成',
    andMore: '另有 {count} 条。',
    close: '关闭',
  },
);
