import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'First steps',
    lead: '',
  },
  {
    title: '新手指引',
    lead: '',
  },
);
