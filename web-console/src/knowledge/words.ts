import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Knowledge',
    lead: '',
  },
  {
    title: '知识库',
    lead: '',
  },
);
