import './request.ts';

export { type CouncilIdentity, councilOfHost } from './council-of-host.ts';
