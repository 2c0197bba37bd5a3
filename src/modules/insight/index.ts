export { type Today, today } from './today.ts';
