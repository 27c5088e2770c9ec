import { fold } from './fold.ts';

const legalForms = new Set(
  'sa sas sasu sarl eurl scop scic sca snc gie ag gmbh inc ltd llc plc bv nv spa srl se'.split(' ')
);

/** A name's words: folded, points within abbreviations left out, other signs taken as blanks. */
export function words(name: string): string[] {
  return fold(name)
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A vendor's name without signs and legal form, unless nothing else is left. */
export function vendorWords(vendor: string): string[] {
  const all = words(vendor);
  const kept = all.filter((word) => !legalForms.has(word));
  return kept.length > 0 ? kept : all;
}

/** By which two spellings of a vendor are compared: without signs, blanks and legal form. */
export function looseVendor(vendor: string): string {
  return vendorWords(vendor).join('') || fold(vendor);
}
