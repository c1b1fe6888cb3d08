import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Members',
    lead: '',
  },
  {
    title: '成员',
    lead: '',
  },
);
