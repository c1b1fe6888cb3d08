import { dictionary } from '../language/language';

export const words = dictionary(
  {
    title: 'GraphQL',
    lead: 'You are signed in as yourself. Everything that a click does is a call like these; the book icon opens the schema’s own words.',
  },
  {
    title: 'GraphQL',
    lead: '您以自己的身份登录。控制台中的每次点击都是这样的调用；点击书本图标可查看接口文档。',
  },
);
