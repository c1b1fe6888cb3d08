import { asked } from '../transport/queries';
import { OneTicket } from './documents';

export const askedTicket = (id: string) => asked(['ticket'], OneTicket, { id });
