import { xmlHead } from '../xml-text.ts';

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525">${fill}</a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** The theme by which charts are coloured; of each list the format wants three. */
export function themeXml(colourScheme: string): string {
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fonts = `<a:fontScheme name="Palier"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>`;
  const looks = `<a:fmtScheme name="Palier"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;
  return `${xmlHead}<a:theme xmlns:a="${main}" name="Palier"><a:themeElements>${colourScheme}${fonts}${looks}</a:themeElements></a:theme>`;
}
