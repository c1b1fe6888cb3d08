import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'API keys',
    lead: '',
  },
  {
    title: 'API 密钥',
    lead: '',
  },
);
