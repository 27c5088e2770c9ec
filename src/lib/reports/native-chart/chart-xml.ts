import type { Token } from '#lib/charts/tokens.ts';
import type { NativeChart } from '../dossier/dossier.ts';
import { xmlHead, xmlText } from '../xml-text.ts';
import { columnName } from '../xlsx/sheet.ts';
import { chartData, layoutOf, type ChartData, type ChartSeries } from './chart-data.ts';
import { onSlide, type ChartPlace } from './chart-place.ts';
import { labelSize, shareSize } from './rows-layout.ts';
import { solid } from './theme-colour.ts';

const noLine = '<a:ln><a:noFill/></a:ln>';
const noFill = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
const shown = (value: 0 | 1) =>
  `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** A text of a chart; its size is that on a slide, in hundredths of a point. */
interface TextLook {
  size: number;
  bold: boolean;
  token: Token;
}

function runStyle(tag: string, { size, bold, token }: TextLook, { scale }: ChartPlace): string {
  return `<a:${tag} sz="${Math.round(size * scale)}" b="${bold ? 1 : 0}">${solid(token)}<a:latin typeface="+mn-lt"/></a:${tag}>`;
}

function textStyle(look: TextLook, place: ChartPlace): string {
  return `<c:txPr><a:bodyPr rot="0" vert="horz" wrap="none"/><a:lstStyle/><a:p><a:pPr>${runStyle('defRPr', look, place)}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
}

function typedLabel(i: number, text: string, at: string, look: TextLook, place: ChartPlace): string {
  if (text === '') return `<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`;
  const run = `<a:r>${runStyle('rPr', look, place)}<a:t>${xmlText(text)}</a:t></a:r>`;
  return `<c:dLbl><c:idx val="${i}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx><c:dLblPos val="${at}"/>${shown(1)}</c:dLbl>`;
}

function texts(reference: string, values: string[]): string {
  const points = values.map((value, i) => `<c:pt idx="${i}"><c:v>${xmlText(value)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${xmlText(reference)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function numbers(reference: string, values: number[]): string {
  const points = values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`);
  return `<c:numRef><c:f>${xmlText(reference)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

/** Labels have no name where a legend would show it; every colour that a legend shows has one. */
export function seriesName({ name, texts: typed, series }: ChartSeries, { isOnSlide }: ChartPlace): string {
  if (isOnSlide) return name;
  return typed ? ' ' : (series?.name ?? name);
}

/** Name, categories and values, each with the cells of the sheet that hold it. */
function references({ categories }: ChartData, series: ChartSeries, i: number, place: ChartPlace) {
  const { sheet, headRow } = place;
  const column = columnName(i + 1);
  const rows = (name: string) => `${sheet}!$${name}$${headRow + 1}:$${name}$${headRow + categories.length}`;
  return {
    name: `<c:idx val="${i}"/><c:order val="${i}"/><c:tx>${texts(`${sheet}!$${column}$${headRow}`, [seriesName(series, place)])}</c:tx>`,
    data: `<c:cat>${texts(rows('A'), categories)}</c:cat><c:val>${numbers(rows(column), series.values)}</c:val>`
  };
}

function shapeOf({ series }: ChartSeries): string {
  if (!series) return noFill;
  const edge = series.edge ? `<a:ln w="12700">${solid(series.edge)}</a:ln>` : noLine;
  if (!series.hatched) return `<c:spPr>${solid(series.fill)}${edge}</c:spPr>`;
  const inks = `<a:fgClr><a:schemeClr val="accent1"/></a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr>`;
  return `<c:spPr><a:pattFill prst="wdUpDiag">${inks}</a:pattFill>${edge}</c:spPr>`;
}

function shareLabels({ texts: typed, look }: ChartSeries, place: ChartPlace): string {
  if (!typed) return '';
  const isShare = look === 'share';
  const own: TextLook = {
    size: 100 * (isShare ? shareSize : labelSize),
    bold: isShare,
    token: isShare ? 'ink' : 'ink-2'
  };
  const labels = typed.map((text, i) => typedLabel(i, text, 'inEnd', own, place));
  return `<c:dLbls>${labels.join('')}<c:spPr><a:noFill/>${noLine}</c:spPr>${textStyle({ size: 1800, bold: false, token: 'ink-2' }, place)}<c:dLblPos val="inEnd"/>${shown(1)}</c:dLbls>`;
}

/** Nothing of a part has no outline either. */
function emptyPoints({ series, values }: ChartSeries): string {
  if (!series?.edge) return '';
  const empty = values.flatMap((value, i) => (value === 0 ? [i] : []));
  return empty
    .map(
      (i) => `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${noFill}</c:dPt>`
    )
    .join('');
}

function shareSeries(data: ChartData, place: ChartPlace): string {
  return data.series
    .map((series, i) => {
      const { name, data: values } = references(data, series, i, place);
      return `<c:ser>${name}${shapeOf(series)}<c:invertIfNegative val="0"/>${emptyPoints(series)}${shareLabels(series, place)}${values}</c:ser>`;
    })
    .join('');
}

function columnSeries(
  native: Extract<NativeChart, { chart: 'columns' }>,
  data: ChartData,
  place: ChartPlace
): string {
  const { columns } = native.rows;
  const [series] = data.series;
  if (!series) return '';
  const { name, data: values } = references(data, series, 0, place);
  const points = columns.map(({ fill, edge }, i) => {
    const line = edge ? `<a:ln w="12700">${solid(edge)}</a:ln>` : noLine;
    return `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${solid(fill)}${line}</c:spPr></c:dPt>`;
  });
  const typed = columns.flatMap(({ text }, i) =>
    text === undefined
      ? []
      : [typedLabel(i, text, 'outEnd', { size: 1800, bold: true, token: 'ink-2' }, place)]
  );
  const labels = `<c:dLbls>${typed.join('')}<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr>${textStyle({ size: 4000, bold: true, token: 'ink' }, place)}<c:dLblPos val="outEnd"/>${shown(1)}</c:dLbls>`;
  return `<c:ser>${name}<c:spPr>${solid('band-3')}</c:spPr><c:invertIfNegative val="0"/>${points.join('')}${labels}${values}</c:ser>`;
}

interface Axes {
  /** `maxMin` puts the first category on top. */
  order: 'minMax' | 'maxMin';
  places: [category: string, value: string];
  most: number;
  line: boolean;
}

function axes({ order, places: [category, value], most, line }: Axes, place: ChartPlace): string {
  const stroke = line ? `<a:ln w="12700">${solid('rule-strong')}</a:ln>` : noLine;
  return `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${category}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke}</c:spPr>${textStyle({ size: 1800, bold: false, token: 'ink' }, place)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="${order === 'maxMin' ? 'r' : 'ctr'}"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="${most}"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${value}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
}

/** The part of the frame, from 0 to 1, that the bars and what stands at their right take. */
export function plotArea(native: NativeChart): { x: number; y: number; w: number; h: number } {
  if (native.chart === 'columns') return { x: 0, y: 0.02, w: 1, h: 0.84 };
  const x = layoutOf(native).left;
  return { x, y: 0.01, w: 1 - x, h: 0.98 };
}

function layoutXml(native: NativeChart, { isOnSlide }: ChartPlace): string {
  const { x, y, w, h } = plotArea(native);
  const above = isOnSlide || native.chart === 'columns' ? 0 : 0.1;
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y + above}"/><c:w val="${w}"/><c:h val="${h - above}"/></c:manualLayout></c:layout>`;
}

/** The colours' names above the rows; the series that carry labels have blank ones. */
function legendXml(native: NativeChart, place: ChartPlace): string {
  if (place.isOnSlide || native.chart === 'columns') return '';
  const look: TextLook = { size: 1800, bold: false, token: 'ink-2' };
  return `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textStyle(look, place)}</c:legend>`;
}

function plot(native: NativeChart, place: ChartPlace): string {
  const data = chartData(native);
  if (native.chart === 'columns') {
    const most = 1.25 * Math.max(1, ...native.rows.columns.map(({ value }) => value));
    return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${columnSeries(native, data, place)}<c:gapWidth val="35"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>${axes({ order: 'minMax', places: ['b', 'l'], most, line: true }, place)}`;
  }
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${shareSeries(data, place)}<c:gapWidth val="38"/><c:overlap val="100"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>${axes({ order: 'maxMin', places: ['l', 't'], most: layoutOf(native).most, line: false }, place)}`;
}

/** A native, editable chart whose data stand in a sheet; no grid lines, title or value axis. */
export function chartXml(native: NativeChart, place: ChartPlace = onSlide): string {
  const base = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(1800 * place.scale)}"/></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
  const workbook = place.isOnSlide
    ? '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    : '';
  return `${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layoutXml(native, place)}${plot(native, place)}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legendXml(native, place)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>${noLine}</c:spPr>${base}${workbook}</c:chartSpace>`;
}
