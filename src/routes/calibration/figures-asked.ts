import { error } from '@sveltejs/kit';
import { calibrationFigures, type CalibrationFigures } from '#lib/reports/calibration-figures.ts';
import { calibrationAsked } from '#lib/reports/calibration.ts';
import type { AskedView } from '#lib/server/asked-view.ts';

interface Event {
  locals: App.Locals;
  url: URL;
  request: Request;
}

/** Whose lines are searched, undefined for the whole questionnaire, and what stands beside it. */
interface Scenarios {
  scenario: string | undefined;
  compare: string[];
}

/** The frontier and the comparison that an address asks for; what can't be is a bad request or not found. */
export async function figuresAsked(
  { locals, url, request }: Event,
  asked: AskedView,
  { scenario, compare }: Scenarios
): Promise<CalibrationFigures> {
  const given = { scenario, compare, parameters: url.searchParams, signal: request.signal };
  try {
    const found = await calibrationFigures(locals.store, calibrationAsked(asked), given, locals.locale);
    return found ?? error(404, `unknown scenario: ${scenario}`);
  } catch (thrown) {
    if (thrown instanceof RangeError) error(400, thrown.message);
    throw thrown;
  }
}
