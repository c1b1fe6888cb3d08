import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Reports',
    lead: '',
  },
  {
    title: '报表',
    lead: '',
  },
);
