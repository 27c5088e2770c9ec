/*
 * A survey's export as a form tool publishes it, of the making that is awkward: questions as headings, with commas,
 * quotes and a typing error, two wordings of one level, blanks where a question was not asked, other questions between,
 * one number for whoever answered, and labels instead of levels.
 */

const rude = ['Yes, very rude', 'Yes, somewhat rude'];
const asked = [
  ['F1', 'common', 'How often do you travel by train?', ['Never', 'Once a year or less', 'Every day'], 2],
  [
    'R1',
    'conditional',
    'Is itrude to say more than a few words to "the stranger", sitting next to you?',
    [...rude, 'No, not at all rude'],
    3
  ],
  ['R2', 'common', 'Is it rude to recline, or to unfold, your seat?', [...rude, 'No, not rude at all'], 3],
  ['S1', 'conditional', "Have you ever used a phone, against a conductor's direction?", ['Yes', 'No'], 2]
] as const;

const regions = ['Pacific', 'New England', 'East North Central', ''];
const headings = ['RespondentID', 'How tall are you?', 'Location (Census Region)'];

function cells(line: readonly string[]): string {
  return line.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

export const surveyQuestionnaire = [
  'code,theme,scope,label_en,level_1_en,level_2_en,level_3_en,target',
  ...asked.map(([code, scope, label, levels, target]) =>
    cells([code, 'Travel', scope, label, levels[0], levels[1], levels[2] ?? '', String(target)])
  )
].join('\n');

/** What a respondent says, in every mixture; some were not asked at all. */
function answersOf(respondent: number): string[] {
  return asked.map(([, , , levels], i) => {
    const n = (respondent * 7 + i * 5 + (respondent >> 3)) % (levels.length + 1);
    return respondent % 9 === 0 ? '' : (levels[n] ?? '');
  });
}

export function rawSurvey(respondents: number): string {
  const [number = '', height = '', region = ''] = headings;
  const lines = Array.from({ length: respondents }, (_, i) => [
    ...[String(3436139758 - i), `5'${i % 12}"`, ...answersOf(i), regions[i % regions.length] ?? '']
  ]);
  return [[number, height, ...asked.map(([, , label]) => label), region], ...lines].map(cells).join('\n');
}
