import { answeredIn2025 } from './first.ts';
import { inCorridor, key, type Hosting, type Product } from './product.ts';

const goneVendors: ReadonlySet<string> = new Set([
  'Jasmorel',
  'Opalquine',
  'Noisevane',
  'Hélomarque',
  'Mirvaudais'
]);

/** An attribute that changes between campaigns makes some criteria applicable that were not. */
const movedTo: ReadonlyMap<string, Hosting> = new Map([
  ['Perlovane / Perlovane Dialyse', 'Mixte'],
  ['Grenavie / Grenavie Officine', 'SaaS'],
  ['Isobrune / Isobrune Stérilisation', 'SaaS']
]);

/** The products of 2025 that answered again in 2026. */
export const panel: Product[] = answeredIn2025
  .filter(({ vendor }) => !goneVendors.has(vendor))
  .map((product) => ({ ...product, hosting: movedTo.get(key(product)) ?? product.hosting }));

export const entrants: Product[] = [
  ...inCorridor('Hôpital', [
    ['Rimovaude', 'Rimovaude Gériatrie', 'SaaS'],
    ['Nuvastre', 'Nuvastre Ambulatoire', 'SaaS']
  ]),
  ...inCorridor('Médecine de ville', [
    ['Solquenie', 'Solquenie Visites', 'SaaS'],
    ['Vimorande', 'Vimorande Dermatologie', 'SaaS'],
    ['Lumiquart', 'Lumiquart Podologie', 'SaaS']
  ]),
  ...inCorridor('Imagerie', [['Ubrenzac', 'Ubrenzac Échographie', 'Mixte']]),
  ...inCorridor('Officine', [
    ['Tarnelise', 'Tarnelise Vaccination', 'SaaS'],
    ['Velquora', 'Velquora Préparatoire', 'Sur site']
  ]),
  ...inCorridor('Médico-social', [['Telvarande', 'Telvarande Autonomie', 'SaaS']])
];
