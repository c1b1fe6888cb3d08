import { dictionary } from '../../language/language';

export const words = dictionary(
  {
    files: 'Attachments',
    none: 'None.',
    add: 'Attach a file',
    hint: 'Pictures, PDF, DOCX, XLSX or plain text, at most 10 MB. Shown with the answer.',
    remove: 'Remove {name}',
    attached: 'Attached to the draft.',
    removed: 'Removed from the draft.',
    failed: 'The file was not taken',
    gone: 'The file is no longer there.',
  },
  {
    files: '附件',
    none: '无。',
    add: '添加附件',
    hint: '图片、PDF、DOCX、XLSX 或纯文本，每个不超过 10 MB，随回答一起显示。',
    remove: '移除 {name}',
    attached: '已添加到草稿。',
    removed: '已从草稿中移除。',
    failed: '文件未被接受',
    gone: '该文件已不存在。',
  },
);
