import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Company',
    lead: '',
  },
  {
    title: '公司设置',
    lead: '',
  },
);
