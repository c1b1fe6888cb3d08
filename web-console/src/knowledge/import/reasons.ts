import { dictionary } from '../../language/language';
import type { Import } from './documents';

type Fault = Import['faults'][number];

/** Columns by their names in a fault, and why a line is refused for what stands there. */
export const reasons = dictionary(
  {
    question: 'Question',
    similarQuestions: 'Similar questions',
    answer: 'Answer',
    category: 'Category',
    tags: 'Tags',
    locale: 'Language',
    state: 'State',
    entry: 'Entry id',
    audience: 'Audience',
    validFrom: 'Valid from',
    validUntil: 'Valid until',

    question_INVALID: 'Must be one line of text.',
    question_TOO_LONG: 'Must have at most 500 characters.',
    similarQuestions_TOO_LONG: 'At most 50, with 500 characters each.',
    answer_INVALID: 'Must not be empty.',
    answer_TOO_LONG: 'Must have at most 8,000 characters.',
    category_TOO_LONG: 'Must have at most 100 characters.',
    category_CONFLICT: 'Entries of more than one category ask this: name the category, or the entry id.',
    tags_TOO_LONG: 'At most 20, with 50 characters each.',
    locale_INVALID: 'Must be a language tag such as en or zh-CN.',
    state_INVALID: 'Must be DRAFT or PUBLISHED.',
    state_NOT_ALLOWED_NOW: 'Four-eyes review or the replay gate is on: bring it in as a draft.',
    audience_INVALID:
      'Must be EVERYBODY, MEMBERS, or lines such as “channel: Website” and “attribute: level = gold”, each attribute once.',
    audience_TOO_LONG: 'At most 20 channels and 20 attributes, with 100 characters in each name and value.',
    audience_NOT_FOUND: 'There is no such channel here, or several share the name: write its name, or then its id.',
    validFrom_INVALID: 'Must be a time such as 2026-12-31T18:00:00+08:00.',
    validUntil_INVALID: 'Must be a time such as 2026-12-31T18:00:00+08:00, after “valid from”.',
    validUntil_NOT_ALLOWED_NOW: 'Is over: give a later one, or bring the line in as a draft.',
    entry_NOT_FOUND: 'There is no such entry.',
    entry_CONFLICT:
      'The entry is in review or approved, or somebody else’s draft of it is open, or a line before is the same entry.',
  },
  {
    question: '问题',
    similarQuestions: '相似问题',
    answer: '答案',
    category: '分类',
    tags: '标签',
    locale: '语言',
    state: '状态',
    entry: '条目编号',
    audience: '告知对象',
    validFrom: '生效时间',
    validUntil: '失效时间',

    question_INVALID: '应为一行文字，不能为空。',
    question_TOO_LONG: '不能超过 500 个字符。',
    similarQuestions_TOO_LONG: '最多 50 条，每条不超过 500 个字符。',
    answer_INVALID: '不能为空。',
    answer_TOO_LONG: '不能超过 8,000 个字符。',
    category_TOO_LONG: '不能超过 100 个字符。',
    category_CONFLICT: '多个分类下都有这个问题：请注明分类或条目编号。',
    tags_TOO_LONG: '最多 20 个，每个不超过 50 个字符。',
    locale_INVALID: '应为语言代码，如 en 或 zh-CN。',
    state_INVALID: '应为 DRAFT 或 PUBLISHED。',
    state_NOT_ALLOWED_NOW: '已开启双人审核或回放关卡，请以草稿导入。',
    audience_INVALID: '应为 EVERYBODY、MEMBERS，或每行一项，如“渠道: 官网”“属性: level = gold”，每个属性只写一次。',
    audience_TOO_LONG: '最多 20 个渠道和 20 个属性，属性的名称和值各不超过 100 个字符。',
    audience_NOT_FOUND: '没有这个渠道，或有多个渠道同名：请填写渠道名称，同名时填写渠道编号。',
    validFrom_INVALID: '应为 2026-12-31T18:00:00+08:00 这样的时间。',
    validUntil_INVALID: '应为 2026-12-31T18:00:00+08:00 这样的时间，且晚于生效时间。',
    validUntil_NOT_ALLOWED_NOW: '有效期已过：请填写更晚的失效时间，或以草稿导入。',
    entry_NOT_FOUND: '没有这个条目。',
    entry_CONFLICT: '该条目正在审核或已通过，或有他人的草稿尚未完成，或前面的行已使用同一条目。',
  },
);

type Known = keyof (typeof reasons)['en'];

const known = (name: string): name is Known => name in reasons.en;

/** The column at fault, as a key of the words. */
export function columnOf(fault: Pick<Fault, 'field'>): Known | null {
  return fault.field !== null && known(fault.field) ? fault.field : null;
}

/** Why it is, as a key of the words; null where only the API's own sentence says it. */
export function reasonOf(fault: Pick<Fault, 'field' | 'code'>): Known | null {
  const name = `${fault.field}_${fault.code}`;
  return known(name) ? name : null;
}
