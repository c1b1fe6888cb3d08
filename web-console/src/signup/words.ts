import { dictionary } from '../language/language';

export const words = dictionary({ title: 'Create your company' }, { title: '创建公司账号' });
