import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Tickets',
    lead: '',
  },
  {
    title: '工单',
    lead: '',
  },
);
