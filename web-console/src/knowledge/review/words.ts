import { dictionary } from '../../language/language';
import { words as shared } from '../words';

export const words = dictionary(
  {
    ...shared.en,

    approve: 'Approve',
    approveAndPublish: 'Approve and publish',
    approved: 'Approved. It can be published now.',

    allReviewed: 'Nothing waits for review',
    allReviewedText: 'When somebody hands in a version, it appears here.',
    byYou: 'You',
    change: 'change',
    newText: 'new',
    changeOf: 'Version {to} against the published version {from}',
    firstText: 'New entry, nothing published before',
    reviewComment: 'Comment',
    reviewCommentHint: 'Optional when you approve, needed when you send back.',
    fourEyes: 'Another editor must approve this',
    fourEyesText: 'Your company reviews with four eyes, and you wrote this version.',
    fourEyesAsk: 'Ask {names}.',
    fourEyesNobody: 'No other editor is here yet.',
    inviteEditor: 'Invite one',
  },
  {
    ...shared.zh,

    approve: '通过',
    approveAndPublish: '通过并发布',
    approved: '已通过，可以发布了。',

    allReviewed: '没有待审核的内容',
    allReviewedText: '有人提交审核后，会显示在这里。',
    byYou: '您',
    change: '修改',
    newText: '新增',
    changeOf: '版本 {to} 与线上版本 {from} 的差异',
    firstText: '新条目，此前没有发布过',
    reviewComment: '说明',
    reviewCommentHint: '通过时选填，退回时必填。',
    fourEyes: '需要另一位编辑审核',
    fourEyesText: '贵公司要求双人审核，而这个版本由您编写。',
    fourEyesAsk: '可以请{names}审核。',
    fourEyesNobody: '目前还没有其他编辑。',
    inviteEditor: '邀请一位',
  },
);
