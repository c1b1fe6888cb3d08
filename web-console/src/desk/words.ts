import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Desk',
    lead: '',
  },
  {
    title: '工作台',
    lead: '',
  },
);
