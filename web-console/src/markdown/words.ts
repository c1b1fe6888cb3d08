import { dictionary } from '../language/language';

export const words = dictionary(
  { table: 'Table', preview: 'As customers see it' },
  { table: '表格', preview: '客户看到的样子' },
);
