import { registry } from '#lib/server/metrics.ts';

/** For Prometheus. */
export async function GET(): Promise<Response> {
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
}
