import { productId } from '#lib/server/product-id.ts';

/** Every page of the application, on the sample's second campaign: what each must do is asked of all of them. */
export const pages = [
  '/?campaign=v2',
  '/criteria?campaign=v2',
  '/criteria?campaign=v2&by=corridor',
  '/criteria/Q07?campaign=v2',
  '/products?campaign=v2',
  `/products/${productId('Klermoa', 'Agenda')}?campaign=v2`,
  `/products/${productId('Klermoa', 'Agenda')}/purge?campaign=v2`,
  '/vendors?campaign=v2',
  '/vendors/Dorvanec?campaign=v2',
  '/analysis?campaign=v2',
  '/evolution?from=v1&to=v2&campaign=v2',
  '/audits?campaign=v2',
  '/calibration?campaign=v2',
  '/calibration/optimum?campaign=v2',
  '/consultation?campaign=v2',
  '/reports?campaign=v2&audience=internal',
  `/shares?campaign=v2&product=${productId('Klermoa', 'Agenda')}`,
  '/follow-up?campaign=v2',
  '/imports?campaign=v2',
  '/names?campaign=v2',
  '/method?campaign=v2',
  '/trail?campaign=v2&verify=1',
  '/users?campaign=v2',
  '/publications?campaign=v2',
  '/notices/legal?campaign=v2',
  '/views?campaign=v2',
  '/sample?campaign=v2'
];
