import { tokens, type Token } from '#lib/charts/tokens.ts';

/** Colours as six hex digits and fonts of the file; texts and charts name the places, never the colours. */
export interface SlideTheme {
  colours: Record<ThemePlace, string>;
  fonts: { head: string; body: string };
  /** A picture for the foot of every slide, as a data address. */
  logo?: string;
}

export const themePlaces = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink'
] as const;

export type ThemePlace = (typeof themePlaces)[number];

function hex(token: Token): string {
  return tokens[token][0].slice(1).toUpperCase();
}

export const ownTheme: SlideTheme = {
  colours: {
    dk1: hex('ink'),
    lt1: hex('ground'),
    dk2: hex('ink-2'),
    lt2: hex('rule'),
    accent1: hex('attained'),
    accent2: hex('short-2'),
    accent3: hex('band-1'),
    accent4: hex('band-2'),
    accent5: hex('band-3'),
    accent6: hex('band-4'),
    hlink: hex('accent'),
    folHlink: hex('ink-3')
  },
  fonts: { head: 'Arial', body: 'Arial' }
};

function given(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function colour(place: ThemePlace, value: unknown): string {
  if (value === undefined) return ownTheme.colours[place];
  const digits = typeof value === 'string' ? /^#?([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  if (digits === undefined)
    throw new RangeError(`invalid colour of the theme: ${place} = ${JSON.stringify(value)}`);
  return digits.toUpperCase();
}

function font(value: unknown, otherwise: string): string {
  if (value === undefined) return otherwise;
  if (typeof value !== 'string' || !/^[\p{L}\p{N} ._-]{1,60}$/u.test(value))
    throw new RangeError(`invalid font of the theme: ${JSON.stringify(value)}`);
  return value;
}

function logo(value: unknown): Pick<SlideTheme, 'logo'> {
  if (value === undefined) return {};
  if (typeof value !== 'string' || !/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(value))
    throw new RangeError('invalid logo of the theme: a data address of a PNG or JPEG is needed');
  return { logo: value };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return given(JSON.parse(text));
  } catch {
    throw new RangeError('the theme is no JSON');
  }
}

/** A theme from `{"colours":{"accent1":"#2F6AA8"},"fonts":{"head":"Arial"},"logo":"data:…"}`; throws a RangeError. */
export function parseTheme(text: string): SlideTheme {
  const { colours, fonts, logo: picture } = parsed(text);
  const wanted = given(colours);
  const unknown = Object.keys(wanted).find((name) => !themePlaces.some((place) => place === name));
  if (unknown !== undefined) throw new RangeError(`unknown colour of the theme: ${unknown}`);
  return {
    colours: Object.fromEntries(themePlaces.map((place) => [place, colour(place, wanted[place])])) as Record<
      ThemePlace,
      string
    >,
    fonts: { head: font(given(fonts)['head'], 'Arial'), body: font(given(fonts)['body'], 'Arial') },
    ...logo(picture)
  };
}

export function colourScheme({ colours }: SlideTheme): string {
  const all = themePlaces.map((place) => `<a:${place}><a:srgbClr val="${colours[place]}"/></a:${place}>`);
  return `<a:clrScheme name="Palier">${all.join('')}</a:clrScheme>`;
}
