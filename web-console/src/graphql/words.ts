import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'GraphQL',
    lead: '',
  },
  {
    title: 'GraphQL',
    lead: '',
  },
);
