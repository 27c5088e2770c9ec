import type { Criterion, Text } from '../questionnaire/criterion.ts';
import { themes } from '../questionnaire/questionnaire.ts';
import { formatCsv, plain, type Field } from './csv.ts';
import { setSpaces } from './french.ts';

const mostLevels = [1, 2, 3, 4];

const header = [
  ...['code', 'theme', 'scope', 'condition', 'applies_when', 'obligation'],
  ...['title_fr', 'title_en', 'label_fr', 'label_en'],
  ...mostLevels.map((level) => `level_${level}_fr`),
  ...mostLevels.map((level) => `level_${level}_en`),
  'target'
];

export function formatQuestionnaire(targetOf: (criterion: Criterion) => number): string {
  const rows = themes.flatMap((theme) =>
    theme.criteria.map((criterion) => [...describe(theme.name, criterion), targetOf(criterion)])
  );
  return formatCsv([header, ...rows], plain);
}

function describe(theme: string, criterion: Criterion): Field[] {
  const { code, scope, title, question, obligation = '' } = criterion;
  const condition = criterion.scope === 'conditional' ? criterion.condition : '';
  const appliesWhen = criterion.scope === 'conditional' ? (criterion.appliesWhen ?? '') : '';
  return [
    ...[code, theme, scope, setSpaces(condition), appliesWhen, setSpaces(obligation)],
    ...[setSpaces(title.fr), title.en, setSpaces(question.fr), question.en],
    ...levelLabels(criterion.levels, ({ fr }) => setSpaces(fr)),
    ...levelLabels(criterion.levels, ({ en }) => en)
  ];
}

function levelLabels(levels: Text[], label: (text: Text) => string): string[] {
  return mostLevels.map((level) => {
    const text = levels[level - 1];
    return text === undefined ? '' : label(text);
  });
}
