import { dictionary } from '../language/language';

export const words = dictionary({ table: 'Table' }, { table: '表格' });
