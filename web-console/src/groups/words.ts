import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'Skill groups',
    lead: '',
  },
  {
    title: '技能组',
    lead: '',
  },
);
