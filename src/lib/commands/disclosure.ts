import { thresholdName, thresholdProblem } from '#lib/i18n/thresholds.ts';
import { isLocale, locales, type Locale } from '#lib/i18n/locale.ts';
import { isThreshold, thresholdNames, type Thresholds } from '#lib/maturity/publication/thresholds.ts';
import * as disclosureSettings from '#lib/reports/disclosure-settings.ts';
import { done, misused, type Command, type OptionSpec, type Request } from './command.ts';

/** `--threshold products=8`, repeatable. */
export const thresholdOption: OptionSpec = { kind: 'text', multiple: true };

export interface AskedThresholds {
  thresholds: Partial<Thresholds>;
  problems: string[];
}

/** Thresholds as typed, each with its name; what can't be set is told, all of it. */
export function readThresholds(given: Iterable<readonly [string, string]>, locale: Locale): AskedThresholds {
  const asked: AskedThresholds = { thresholds: {}, problems: [] };
  for (const [key, text] of given) {
    const name = thresholdNames.find((one) => one === key);
    const value = text.trim() === '' ? NaN : Number(text);
    if (!name) asked.problems.push(`threshold is one of ${thresholdNames.join(', ')}, not ${key}`);
    else if (isThreshold(name, value)) asked.thresholds[name] = value;
    else asked.problems.push(thresholdProblem(name, text, locale));
  }
  return asked;
}

function pairs(request: Request, option: string): [string, string][] {
  return (request.options[option] ?? []).map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  });
}

/** What `--threshold` asks for. */
export function askedThresholds(request: Request): AskedThresholds {
  return readThresholds(pairs(request, 'threshold'), request.locale);
}

export const disclosureCommand: Command = {
  usage:
    'palier disclosure [--threshold products|vendors|productsLeft|vendorsLeft|medianFrom=N]... [--ground fr|en=TEXT]... [--json]',
  options: { threshold: thresholdOption, ground: { kind: 'text', multiple: true } },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    const { thresholds, problems } = askedThresholds(request);
    const grounds = pairs(request, 'ground');
    const unknown = grounds.filter(([locale]) => !isLocale(locale));
    const wrong = [
      ...problems,
      ...unknown.map(([locale]) => `ground is ${locales.join(' or ')}, not ${locale}`)
    ];
    if (wrong.length > 0) return misused(wrong.join('\n'));
    const ground = Object.fromEntries(grounds.map(([locale, text]) => [locale, text.trim()]));
    const set =
      Object.keys(thresholds).length + grounds.length > 0
        ? await disclosureSettings.change(store, { thresholds, ground })
        : await disclosureSettings.read(store);
    const lines = thresholdNames.map(
      (name) => `${thresholdName(name, request.locale)}\t${set.thresholds[name]}\n`
    );
    const words = disclosureSettings.groundWords(set, request.locale);
    return done({ thresholds: set.thresholds, ground: set.ground }, [...lines, `${words}\n`].join(''));
  }
};
