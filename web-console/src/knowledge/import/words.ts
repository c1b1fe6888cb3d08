import { dictionary } from '../../language/language';
import { words as shared } from '../words';

export const words = dictionary(
  {
    ...shared.en,

    title: 'Import knowledge',
    lead: 'A table of questions and answers, or a document that becomes passages. Nothing is written before you say so.',
    choose: 'Choose a file',
    chooseOne: 'No file chosen yet',
    chooseHint: 'CSV, XLSX, Markdown, HTML, DOCX or PDF, up to 20 MB',
    check: 'Check the file',
    columns: 'What a table needs',
    columnsText:
      'The first row names the columns: question and answer; if you like also similar questions, category, tags, locale, state (DRAFT or PUBLISHED), entry id, audience, valid from and valid until. An export has all of them: change it and send it again.',
    limitsText:
      'The audience is EVERYBODY, MEMBERS, or a line each such as “channel: Website” or “attribute: level = gold”. Times are written like 2026-12-31T18:00:00+08:00. Without these columns entries that exist keep their limits, and new ones are for everybody, always.',
    documents: 'What becomes of a document',
    documentsText: 'Each part under a heading becomes an entry; its headings are the question. Long parts are cut.',

    policy: 'Where an entry exists already',
    policyText:
      'The entry that a line names by its id, or else the one that asks the same in its language and category.',
    REVISE: 'Revise it',
    REVISEText:
      'What a line says differently becomes the next version: a draft, or published where the line says so. Lines that say what is known do nothing.',
    SKIP: 'Leave it as it is',
    SKIPText: 'Only lines that ask something new come in.',
    ADD: 'Add another one',
    ADDText: 'Every line that names no entry is a new one, even if one asks the same.',

    checkAgain: 'Check again',

    checking: 'Checking {name}',
    checked: '{name} is checked',
    importing: 'Importing {name}',
    imported: '{name} is imported',
    failed: '{name} could not be read',
    cancelled: '{name} was cancelled',
    WAITING: 'Waiting',
    RUNNING: 'Under way',
    DONE: 'Done',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',

    lines: 'Lines',
    wouldCreate: 'New entries',
    wouldRevise: 'Changed entries',
    same: 'Unchanged',
    skipped: 'Left as they are',
    refused: 'Refused',
    limited: 'With a limited audience or time',
    publishedOf: 'Published',
    wouldPublish: 'To be published',
    progress: '{done} of {lines} lines',
    reading: 'Reading the file',

    importNow: 'Import {count} lines',
    before: 'This file was imported before',
    beforeText:
      'On {at} a file of this name and length came in. {count} of its lines would make new entries beside those. To change what is there, choose to revise it.',
    nothingToImport: 'No line can be imported.',
    another: 'Another file',
    stop: 'Stop',
    stopped: 'Stopped. What was written stays.',
    toKnowledge: 'See the entries',

    refusedTitle: 'Lines that were refused',
    refusedText: 'Mend them in the file of errors, and send that.',
    resultFile: 'Download the results',
    errorFile: 'Download the errors',
    line: 'Line',
    field: 'Field',
    why: 'Why',
    firstHundred: 'The first hundred. All of them are in the file.',

    recent: 'Latest imports',
    dryRun: 'Check only',

    import: 'Import',
    export: 'Export',
    exportShown: 'What the list shows, as',
    noPdf: 'For PDF, print the HTML file.',
  },
  {
    ...shared.zh,

    title: '导入知识',
    lead: '问答表格，或会被切分成段落的文档。您确认之前，不会写入任何内容。',
    choose: '选择文件',
    chooseOne: '尚未选择文件',
    chooseHint: '支持 CSV、XLSX、Markdown、HTML、DOCX、PDF，不超过 20 MB',
    check: '检查文件',
    columns: '表格需要什么',
    columnsText:
      '首行写列名：问题、答案必填；相似问题、分类、标签、语言、状态（DRAFT 或 PUBLISHED）、条目编号、告知对象、生效时间、失效时间可选。导出的文件包含全部列，修改后可直接再次导入。',
    limitsText:
      '告知对象填 EVERYBODY（所有人）、MEMBERS（仅限团队内部），或每行一项，如“渠道: 官网”“属性: level = gold”。时间的写法如 2026-12-31T18:00:00+08:00。没有这些列时，已有条目的限制不变，新条目不限对象和时间。',
    documents: '文档如何处理',
    documentsText: '每个标题下的内容成为一条知识，标题即问题；过长的内容会被切分。',

    policy: '条目已存在时',
    policyText: '已存在是指：该行注明了条目编号，或同一语言、同一分类下已有相同的问题。',
    REVISE: '更新',
    REVISEText: '内容有变化的行成为新版本：默认为草稿，行内注明发布的则直接发布。没有变化的行不作处理。',
    SKIP: '保留原样',
    SKIPText: '只导入尚无相同问题的行。',
    ADD: '另外新增',
    ADDText: '没有注明条目编号的行一律新建，即使已有相同的问题。',

    checkAgain: '重新检查',

    checking: '正在检查 {name}',
    checked: '{name} 检查完毕',
    importing: '正在导入 {name}',
    imported: '{name} 导入完毕',
    failed: '{name} 无法读取',
    cancelled: '{name} 已取消',
    WAITING: '等待中',
    RUNNING: '进行中',
    DONE: '已完成',
    FAILED: '失败',
    CANCELLED: '已取消',

    lines: '行数',
    wouldCreate: '新增条目',
    wouldRevise: '修改条目',
    same: '无变化',
    skipped: '保留原样',
    refused: '未通过',
    limited: '限定对象或时间',
    publishedOf: '已发布',
    wouldPublish: '将发布',
    progress: '{lines} 行中的 {done} 行',
    reading: '正在读取文件',

    importNow: '导入 {count} 行',
    before: '这个文件以前导入过',
    beforeText:
      '{at} 导入过同名且行数相同的文件。其中 {count} 行会在原有条目之外再次新建。如需修改已有内容，请选择“更新”。',
    nothingToImport: '没有可以导入的行。',
    another: '换一个文件',
    stop: '停止',
    stopped: '已停止，已写入的内容会保留。',
    toKnowledge: '查看条目',

    refusedTitle: '未通过的行',
    refusedText: '在错误文件中修改后，重新上传该文件即可。',
    resultFile: '下载结果文件',
    errorFile: '下载错误文件',
    line: '行',
    field: '列',
    why: '原因',
    firstHundred: '此处显示前一百行，全部内容见文件。',

    recent: '最近的导入',
    dryRun: '仅检查',

    import: '导入',
    export: '导出',
    exportShown: '导出列表中的内容',
    noPdf: '需要 PDF 时，请打印 HTML 文件。',
  },
);
