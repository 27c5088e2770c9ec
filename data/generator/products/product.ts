export type Corridor =
  'Hôpital' | 'Médecine de ville' | 'Biologie médicale' | 'Imagerie' | 'Officine' | 'Médico-social';

export type Hosting = 'SaaS' | 'Sur site' | 'Mixte';

export interface Product {
  vendor: string;
  name: string;
  corridor: Corridor;
  hosting: Hosting;
}

/** A line of a roster: vendor, product, hosting. */
export type Listed = [vendor: string, name: string, hosting: Hosting];

export function inCorridor(corridor: Corridor, listed: Listed[]): Product[] {
  return listed.map(([vendor, name, hosting]) => ({ vendor, name, corridor, hosting }));
}

/** Two vendors may use one product name, so the name alone identifies nothing. */
export function key(product: Product): string {
  return `${product.vendor} / ${product.name}`;
}
