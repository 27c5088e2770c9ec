export { fallback, GET } from '../evolution/+server.ts';
