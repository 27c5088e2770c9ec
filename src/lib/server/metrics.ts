import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { slowStatements } from './slow-statements.ts';

/** What `/metrics` tells a Prometheus server: counts and durations only, nothing of what is stored. */
export const registry = new Registry();

collectDefaultMetrics({ register: registry });

export const requests = new Histogram({
  name: 'palier_request_duration_seconds',
  help: 'Requests by route, method and status, from arrival to the first byte of the answer',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [registry]
});

new Counter({
  name: 'palier_slow_statements_total',
  help: 'Statements of SQL that took longer than PALIER_SLOW_MS',
  registers: [registry],
  collect() {
    this.reset();
    this.inc(slowStatements.count);
  }
});

export const failures = new Counter({
  name: 'palier_failures_total',
  help: 'Requests that ended in an unexpected error',
  registers: [registry]
});
