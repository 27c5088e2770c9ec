import { expect, test } from 'vitest';
import { of } from '#lib/i18n/wording.ts';

test.each([
  ['Orvelis', 'd’Orvelis'],
  ['Élmorise', 'd’Élmorise'],
  ['Hospalune', 'd’Hospalune'],
  ['Yvradine', 'd’Yvradine'],
  ['Yolande', 'de Yolande'],
  ['Œnologie', 'd’Œnologie'],
  ['Klermoa', 'de Klermoa'],
  ['3D-Santé', 'de 3D-Santé']
])('« de » before %s is %s', (name, phrase) => expect(of(name)).toBe(phrase));
