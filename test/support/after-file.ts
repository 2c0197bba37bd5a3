import { afterAll } from 'vitest';
import { endAll } from './endings.ts';

// Vitest makes this module anew for each file and keeps all others: what is to be ended is kept in one of the others.
afterAll(endAll);
