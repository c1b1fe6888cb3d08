import { dictionary } from '../language/language';

export const words = dictionary(
  {
    newEntry: 'New entry',
    edit: 'Edit',
    backToList: 'All knowledge',
    cancel: 'Cancel',

    DRAFT: 'Draft',
    IN_REVIEW: 'In review',
    APPROVED: 'Approved',
    PUBLISHED: 'Published',
    RETIRED: 'Retired',
    en: 'English',
    'zh-CN': 'Chinese (simplified)',
    'zh-TW': 'Chinese (traditional)',

    category: 'Category',
    tags: 'Tags',
    liveVersion: 'Version {number} is live',

    question: 'Question',
    similar: 'Other ways to ask it',
    noSimilar: 'None',
    answer: 'Answer',
    locale: 'Language',
    toEntry: 'Open the entry',

    versionNumber: 'Version {number}',
    ADDED: 'Added: ',
    REMOVED: 'Removed: ',
    noAnswerYet: 'Still to be written',
    program: 'A program',
    masks: 'Personal data was taken out of this text',
    masksText: 'Customers would read {masks} as it stands. Write what is meant instead, or leave it out.',

    silence: 'The bot would say nothing of this for a while',
    silenceText:
      'Version {number} leaves the bot as soon as this one is published, and this one is valid only from {when}. Plan the publication for then instead, or leave out from when it is valid.',

    publish: 'Publish',
    published: 'Published. The bot answers with it from now on.',
    reject: 'Send back',
    rejected: 'Sent back to its author.',
    needComment: 'Please say what should be different.',

    review: 'Review',

    more: 'Show more',
    shownOf: '{shown} of {total} entries',
    shownOfMany: '{shown} of more than 10,000 entries',

    ask: 'Ask the bot',
  },
  {
    newEntry: '新建知识',
    edit: '编辑',
    backToList: '返回知识库',
    cancel: '取消',

    DRAFT: '草稿',
    IN_REVIEW: '待审核',
    APPROVED: '已通过',
    PUBLISHED: '已发布',
    RETIRED: '已下线',
    en: '英文',
    'zh-CN': '简体中文',
    'zh-TW': '繁体中文',

    category: '分类',
    tags: '标签',
    liveVersion: '线上为版本 {number}',

    question: '问题',
    similar: '相似问法',
    noSimilar: '无',
    answer: '答案',
    locale: '语言',
    toEntry: '打开条目',

    versionNumber: '版本 {number}',
    ADDED: '新增：',
    REMOVED: '删除：',
    noAnswerYet: '尚未填写',
    program: '程序',
    masks: '这段内容中的个人信息已被隐去',
    masksText: '客户会原样看到 {masks}，请改写为实际内容或删除。',

    silence: '机器人将有一段时间无法回答这个问题',
    silenceText:
      '此版本一经发布，线上的版本 {number} 立即下线，而此版本自 {when} 起才生效。请改为在该时间定时发布，或去掉生效时间。',

    publish: '发布',
    published: '已发布，机器人即刻使用。',
    reject: '退回',
    rejected: '已退回给作者。',
    needComment: '请说明需要修改的地方。',

    review: '审核',

    more: '显示更多',
    shownOf: '已显示 {shown} 条，共 {total} 条',
    shownOfMany: '已显示 {shown} 条，共超过 10,000 条',

    ask: '问问机器人',
  },
);
