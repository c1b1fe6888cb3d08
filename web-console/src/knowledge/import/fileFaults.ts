import { useLanguage } from '../../language/language';
import { sentence } from '../../page/faults';
import type { FileFault } from '../../transport/failure';
import type { FileFaultCode } from './documents';

/** What may be wrong with a whole file, in Chinese; {n} is the number or the name that matters. */
const CHINESE: Record<FileFaultCode, string> = {
  EMPTY: '文件或表格是空的。',
  NO_SHEET: '工作簿中没有工作表。',
  NO_TEXT: '文件中没有文字。',
  SCANNED: '文件中没有文字：扫描件请先做文字识别（OCR）。',
  UNKNOWN_KIND: '文件既不是文本，也不是 XLSX、DOCX 或 PDF：请另存为其中一种格式。',
  UNKNOWN_ENCODING: '无法识别文件编码：请另存为 UTF-8。',
  PACKED: '这是压缩文件，但不是 XLSX 或 DOCX：请解压后逐个上传。',
  OLD_OFFICE: '这是旧版 Office 文件：请另存为 XLSX 或 DOCX。',
  ENCRYPTED: '文件已加密：请去掉密码后重新保存。',
  DAMAGED: '文件已损坏：请打开后重新保存。',
  UNREADABLE_ROW: '第 {n} 行之后无法读取：请检查引号是否成对。',
  DAMAGED_COMMENT: '条目上方的注释已损坏，开头为：{n}',
  COLUMN_MISSING: '首行应为列名，且须有“{n}”一列：请修改列名。',
  SEVERAL_SHEETS: '工作簿中有多个含内容的工作表，除第一个外还有 {n}：请分别另存为单独的文件。',
  TOO_LARGE: '文件不能超过 {n} MB：请拆分后上传。',
  TOO_LARGE_UNPACKED: '文件解压后的内容超过 {n} MB：请拆分后上传。',
  TOO_MANY_ROWS: '文件超过 {n} 行：请拆分后上传。',
  TOO_MANY_PARTS: '文件内的部件超过 {n} 个：请拆分后上传。',
  TOO_MANY_PAGES: '页数过多，最多读取 {n} 页：请拆分后上传。',
  PAGE_TOO_LONG: '文件中有一页超过 {n} 个字符。',
  SENT_TOO_SLOWLY: '上传速度过慢：请重试。',
  GONE: '文件已不存在：请重新上传。',
  READING_ENDED: '多次尝试都未能读取：请拆分，或另存为其他格式后上传。',
  WRITING_ENDED: '多次尝试都在写入第 {n} 条时中断：请去掉该条后重新导入。',
  PUBLISHING_ENDED: '多次尝试发布都中断：其余条目请自行发布。',
  NOT_INDEXED: '搜索索引拒绝了其中 {n} 个条目：请修改它们的问题。',
};

// an API that is newer than this console may know more of them
const isKnown = (code: string): code is FileFaultCode => code in CHINESE;

/** Why a whole file is not read, in Chinese; null for what is not known here. */
export function inChinese({ code, about }: FileFault): string | null {
  return isKnown(code) ? CHINESE[code].replace('{n}', () => about ?? '') : null;
}

/** Says in her language why a whole file is not read: the API's own sentence where no other is known. */
export function useFileFault(): (message: string, fault: FileFault | null | undefined) => string {
  const { language } = useLanguage();
  return (message, fault) => (language !== 'en' && fault ? inChinese(fault) : null) ?? sentence(message);
}
