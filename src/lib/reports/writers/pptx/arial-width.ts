/** Advance of each character of Arial in thousandths of the size, by classes, as its metrics give them: plain, then bold. */
const plain: [width: number, characters: string][] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [278, ' !,./:;[\\]ftIïîì\u00a0\u202f·'],
  [333, '()-r`“”'],
  [355, '"'],
  [389, '*'],
  [500, 'ckszJvxyç'],
  [556, '#$0123456789?_abdeghnopquLéèêëàâôöùûüáóúñ«»–'],
  [584, '+<=>~÷×≤≥'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXYÀÂÉÈÊ'],
  [722, 'CDHNRUwÇ'],
  [778, 'GOQÔ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'Wœ'],
  [1000, '…—']
];

const bold: [width: number, characters: string][] = [
  [238, "'"],
  [278, ' ,./\\ijlIïîì‘’\u00a0\u202f·'],
  [333, '!()-:;[]ft`'],
  [389, '*r'],
  [474, '"'],
  [500, 'z“”'],
  [556, '#$0123456789_aceksvxyJéèêëàâáç«»–'],
  [584, '+<=>~÷×≤≥'],
  [611, '?LFTZbdghnopquôöùûüóúñ'],
  [667, 'EPSVXYÉÈÊ'],
  [722, '&ABCDHKNRUÀÂÇ'],
  [778, 'GOQwÔ'],
  [833, 'M'],
  [889, '%m'],
  [944, 'Wœ'],
  [1000, '…—']
];

function widths(classes: typeof plain): Map<string, number> {
  return new Map(
    classes.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const))
  );
}

const ofPlain = widths(plain);
const ofBold = widths(bold);

/** Of what stands in no class: a wide sign. */
const unknown = 1000;

/** How wide the text is in Arial, the slides' own font, in points at a size in points. */
export function arialWidth(text: string, size: number, isBold = false): number {
  const known = isBold ? ofBold : ofPlain;
  return ([...text].reduce((sum, one) => sum + (known.get(one) ?? unknown), 0) * size) / 1000;
}
