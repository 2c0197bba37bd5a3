export { bringToLife } from './bring-to-life.ts';
