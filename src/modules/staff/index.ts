export * from './actor.ts';
export { endSession, openSession, readSession } from './sessions.ts';
export { requireStaff, STAFF_COOKIE, staffOf } from './signed-in.desk.ts';
export { staffActor } from './staff-actor.ts';
