export { fallback, GET } from '../frontier/+server.ts';
