import { useLanguage } from '../../language/language';
import { sentence } from '../../page/faults';

/** What the API says of a whole file, in English with how to mend it, and the same in Chinese. */
const CHINESE: readonly [RegExp, string][] = [
  [/^the file is empty$/, '文件是空的。'],
  [/^the table is empty$/, '表格是空的。'],
  [/^the workbook has no sheet$/, '工作簿中没有工作表。'],
  [/^no text is in the file$/, '文件中没有文字。'],
  [/^no text is in the file: a scan/, '文件中没有文字：扫描件请先做文字识别（OCR）。'],
  [/^the file is not text, nor XLSX, DOCX or PDF/, '文件既不是文本，也不是 XLSX、DOCX 或 PDF：请另存为其中一种格式。'],
  [/^the file's encoding is none of/, '无法识别文件编码：请另存为 UTF-8。'],
  [/^the file is packed, but neither XLSX nor DOCX/, '这是压缩文件，但不是 XLSX 或 DOCX：请解压后逐个上传。'],
  [/^the file is damaged/, '文件已损坏：请打开后重新保存。'],
  [/^this is a file of an old Office/, '这是旧版 Office 文件：请另存为 XLSX 或 DOCX。'],
  [/^the file is encrypted/, '文件已加密：请去掉密码后重新保存。'],
  [/^the table cannot be read after row (?<n>\d+)/, '第 {n} 行之后无法读取：请检查引号是否成对。'],
  [/^the comment above an entry is damaged: begins (?<n>.*)$/s, '条目上方的注释已损坏，开头为：{n}'],
  [/^the file has more than (?<n>[\d,]+) rows/, '文件超过 {n} 行：请拆分后上传。'],
  [/^the file has more than (?<n>[\d,]+) parts/, '文件内的部件超过 {n} 个：请拆分后上传。'],
  [/ is larger than (?<n>[\d.]+) MB: split it$/, '文件解压后的内容超过 {n} MB：请拆分后上传。'],
  [/^the file has \d+ pages, at most (?<n>\d+) are read/, '页数过多，最多读取 {n} 页：请拆分后上传。'],
  [/^a page of the file has more than (?<n>\d+) characters/, '文件中有一页超过 {n} 个字符。'],
  [
    /^the first row must name the columns, and one must be "(?<n>[^"]*)"/,
    '首行应为列名，且须有“{n}”一列：请修改列名。',
  ],
  [/^the file is (?<n>\w+), and cannot be read as/, '文件格式为 {n}，无法按所选格式读取。'],
  [/^the file is gone/, '文件已不存在：请重新上传。'],
  [
    /^the workbook has more than one sheet with text in it: (?<n>.*) beside the first/s,
    '工作簿中有多个含内容的工作表，除第一个外还有 {n}：请分别另存为单独的文件。',
  ],
  [/^each of \d+ tries ended while the file was read/, '多次尝试都未能读取：请拆分，或另存为其他格式后上传。'],
  [
    /^each of \d+ tries ended while entry (?<n>\d+) of the file/,
    '多次尝试都在写入第 {n} 条时中断：请去掉该条后重新导入。',
  ],
  [/^each of \d+ tries ended while entries were published/, '多次尝试发布都中断：其余条目请自行发布。'],
  [/^the search index refuses (?<n>\d+) of the entries/, '搜索索引拒绝了其中 {n} 个条目：请修改它们的问题。'],
  [/^the file was sent too slowly/, '上传速度过慢：请重试。'],
  [/^a file must have at most (?<n>\d+) MB/, '文件不能超过 {n} MB：请拆分后上传。'],
  [/^(?<n>\d+) files wait already/, '已有 {n} 个文件等待导入：请先导入其中一些。'],
];

/** Why a whole file is not read, in Chinese; null for what is not known here. */
export function inChinese(fault: string): string | null {
  for (const [pattern, text] of CHINESE) {
    const match = pattern.exec(fault);
    if (match) return text.replace('{n}', match.groups?.n ?? '');
  }
  return null;
}

/** Says in her language why a whole file is not read: the API's own sentence where no other is known. */
export function useFileFault(): (fault: string) => string {
  const { language } = useLanguage();
  return (fault) => (language === 'en' ? null : inChinese(fault)) ?? sentence(fault);
}
