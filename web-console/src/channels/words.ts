import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Channels',
    lead: '',
  },
  {
    title: '渠道',
    lead: '',
  },
);
