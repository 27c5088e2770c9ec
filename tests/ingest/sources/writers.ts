import { fold } from '#lib/i18n/fold.ts';
import type { SourceName } from '#lib/ingest/sources/names.ts';
import type { InputFile, ReadOptions } from '#lib/ingest/types.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { file, quoted } from '../builders.ts';
import { encode } from '../encode.ts';
import { isUtf, type Drawn, type DrawnAnswer, type DrawnProduct } from './drawn.ts';

/** A file as a tool writes it, and what a person says of it. */
export interface Written {
  file: InputFile;
  options: ReadOptions;
  /** The name under which the size is kept, if it is not « Taille ». */
  size?: string;
}

/** How a tool writes the responses drawn; `choice` is a number that decides between its settings. */
export interface Writer {
  source: SourceName;
  /** Corridor, size and moment are in no file of this tool. */
  bare?: boolean;
  write(drawn: Drawn, choice: number): Written[];
}

/** Null is a cell with nothing between its delimiters, not even quotes. */
type Cells = (string | null)[][];

function asFile(rows: Cells, { dialect }: Drawn, quotes: 'all' | 'needed', name = 'export.csv'): InputFile {
  const { delimiter, lineBreak, encoding, mark } = dialect;
  const cell = (text: string | null) => {
    if (text === null) return '';
    return quotes === 'all' ? `"${text.replaceAll('"', '""')}"` : quoted(text, delimiter);
  };
  const lines = rows.map((cells) => cells.map(cell).join(delimiter) + lineBreak);
  return file(encode(lines.join(''), encoding, mark && isUtf(dialect)), name);
}

function labelOf({ levels }: Criterion, answer: DrawnAnswer): string {
  if (answer === 'blank') return '';
  return answer === 'na' ? 'Sans objet' : (levels[answer - 1]?.fr ?? '');
}

function labels({ criteria }: Drawn, { answers }: DrawnProduct): string[] {
  return criteria.map((criterion, i) => labelOf(criterion, answers[i] ?? 'blank'));
}

function pick<T>(options: readonly [T, ...T[]], choice: number): T {
  return options[choice % options.length] ?? options[0];
}

const french = (moment: string) => moment.replace(/^(\d+)-(\d+)-(\d+)T/, '$3/$2/$1 ');
const american = (moment: string) => {
  const [, year, month, day, hour, rest] = /^(\d+)-(\d+)-(\d+)T(\d+)(.*)$/.exec(moment) ?? [];
  return `${Number(month)}/${Number(day)}/${year} ${((Number(hour) + 11) % 12) + 1}${rest} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
};
const masked = (text: string) => (text.startsWith('=') ? `'${text}` : text);
const guarded = (text: string) => (/^\s*[=+@-]/.test(text) ? `'${text}` : text);

const limesurvey: Writer = {
  source: 'limesurvey',
  write(drawn, choice) {
    const heading = limesurveyHeading(choice);
    const system = [
      ...[heading('id', 'ID de la réponse'), heading('submitdate', 'Date de soumission')],
      ...[heading('lastpage', 'Dernière page'), heading('startlanguage', 'Langue de départ')],
      ...[heading('seed', 'Tête de série'), heading('startdate', 'Date de lancement')],
      ...[heading('ipaddr', 'Adresse IP'), heading('Q90', 'Produit'), heading('Q91', 'Éditeur')]
    ];
    const titles = [...system, heading('Q92', 'Couloir'), heading('Q93', 'Taille')];
    const identity = { product: titles[7], vendor: titles[8], corridor: titles[9] };
    const short = (answer: DrawnAnswer) =>
      typeof answer === 'number' ? pick([`A${answer}`, `AO0${answer}`, String(answer)], choice >> 2) : 'NA';
    const rows = drawn.products.map((one, i) => [
      ...[String(i + 1), one.moment.replace('T', ' '), '3', 'fr', '17', '2001-01-01 00:00:00', '192.0.2.1'],
      ...[one.product, one.vendor, one.corridor, one.size].map(masked),
      ...drawn.criteria.map((criterion, k) => {
        const answer = one.answers[k] ?? 'blank';
        if (answer === 'blank') return (one.seed + k) % 2 ? null : '';
        return choice % 2 ? short(answer) : masked(labelOf(criterion, answer));
      })
    ]);
    const all: Cells = [
      [...titles, ...drawn.criteria.map(({ code, labelFr }) => heading(partOf(code, choice), labelFr))],
      ...rows,
      ['']
    ];
    const map = Object.entries(identity).map(([field, title]) => ({ field, heading: title ?? '' }));
    return [
      {
        file: asFile(all.slice(0, -1), drawn, 'all'),
        options: { map, ignore: titles.slice(10) },
        size: titles[10]
      }
    ];
  }
};

/** A question of its own, or a part of one, in either way of writing a part's code. */
function partOf(code: string, choice: number): string {
  return pick([code, `G01[${code}]`, `G01_${code}`], choice >> 4);
}

/** By code, by text, or by both with one of several signs between. */
function limesurveyHeading(choice: number): (code: string, text: string) => string {
  const separator = pick(['. ', ' - ', ' ', ': '], choice >> 3);
  return (code, text) => pick([code, text, `${code}${separator}${text}`], choice >> 1);
}

const microsoftForms: Writer = {
  source: 'microsoft-forms',
  write(drawn, choice) {
    const isFrench = choice % 2 === 0;
    const system = isFrench
      ? ['ID', 'Heure de début', 'Heure de fin', 'Adresse de messagerie', 'Nom']
      : ['ID', 'Start time', 'Completion time', 'Email', 'Name'];
    const moment = isFrench ? french : american;
    const titles = [
      'Produit',
      'Éditeur',
      'Couloir',
      'Taille',
      ...drawn.criteria.map(({ labelFr }) => labelFr)
    ];
    const rows = drawn.products.map((one, i) => [
      ...[String(i + 1), moment(one.moment), moment(one.moment), 'x@exemple.test', 'Une Personne'],
      ...[one.product, one.vendor, one.corridor, one.size],
      ...labels(drawn, one).map((label) =>
        choice % 3 === 0 && label !== '' && !label.includes(';') ? `${label};` : label
      )
    ]);
    const headings = titles.map((title) => title + pick(['\u00a0', '', ' \n'], choice >> 2));
    return [{ file: asFile([[...system, ...headings], ...rows], drawn, 'needed'), options: {} }];
  }
};

const googleForms: Writer = {
  source: 'google-forms',
  write(drawn, choice) {
    const yearFirst = (text: string) => `${american(text).replace(/^(\d+)\/(\d+)\/(\d+)/, '$3/$1/$2')} UTC`;
    const stamp = pick(['Horodateur', 'Timestamp', 'Timestamp'], choice);
    const moment = pick([french, american, yearFirst], choice);
    const isGrid = choice % 2 === 1;
    const titles = drawn.criteria.map(({ labelFr }, i) => (isGrid ? `Thème ${i % 2} [${labelFr}]` : labelFr));
    const rows = drawn.products.map((one) => [
      ...[moment(one.moment), 'x@exemple.test', one.product, one.vendor, one.corridor, one.size],
      ...labels(drawn, one)
    ]);
    const headings = [stamp, 'Adresse e-mail', 'Produit', 'Éditeur', 'Couloir', 'Taille', ...titles];
    return [{ file: asFile([headings, ...rows], drawn, choice % 2 ? 'all' : 'needed'), options: {} }];
  }
};

const surveymonkey: Writer = {
  source: 'surveymonkey',
  write(drawn) {
    const system = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address'];
    const names = [...system, 'First Name', 'Last Name', 'Produit', 'Éditeur', 'Couloir', 'Taille'];
    const below = [
      ...names.map((_, i) => (i < 8 ? '' : 'Open-Ended Response')),
      ...drawn.criteria.map(() => 'Response')
    ];
    const rows = drawn.products.map((one, i) => [
      ...[
        `117000${i}`,
        '44',
        american(one.moment),
        american(one.moment),
        '192.0.2.1',
        'x@exemple.test',
        'Une',
        'Personne'
      ],
      ...[one.product, one.vendor, one.corridor, one.size, ...labels(drawn, one)]
    ]);
    const headings = [...names, ...drawn.criteria.map(({ labelFr }) => labelFr)];
    return [
      {
        file: asFile([headings, below, ...rows], drawn, 'needed'),
        options: {},
        size: 'Taille > Open-Ended Response'
      }
    ];
  }
};

const kobo: Writer = {
  source: 'kobo',
  write(drawn, choice) {
    const isOdk = choice % 3 === 0;
    const separator = isOdk ? '-' : '/';
    const hasLabels = choice % 3 === 1;
    const path = (name: string) => (choice % 2 ? `groupe${separator}${name}` : name);
    const titles = drawn.criteria.map(({ code, labelFr }) => (hasLabels ? `Groupe/${labelFr}` : path(code)));
    const rows = drawn.products.map((one, i) => [
      ...[
        '2001-01-01T00:00:00.000+01:00',
        String(i),
        `u${i}`,
        `${one.moment}${isOdk ? '.250Z' : ''}`,
        'personne'
      ],
      ...[one.product, one.vendor, one.corridor, one.size],
      ...drawn.criteria.map((criterion, k) =>
        koboCell(criterion, one.answers[k] ?? 'blank', hasLabels ? 0 : choice >> 2)
      )
    ]);
    const sent = isOdk ? ['SubmissionDate', 'SubmitterName'] : ['_submission_time', '_submitted_by'];
    const system = ['start', isOdk ? 'KEY' : '_id', isOdk ? 'meta-instanceID' : '_uuid', ...sent];
    const headings = [...system, path('produit'), path('editeur'), path('couloir'), 'Taille', ...titles];
    return [{ file: asFile([headings, ...rows], drawn, isOdk ? 'needed' : 'all'), options: {} }];
  }
};

function koboCell(criterion: Criterion, answer: DrawnAnswer, choice: number): string {
  if (typeof answer !== 'number' || choice === 0) return labelOf(criterion, answer);
  const names = criterion.levels.map(({ fr }) =>
    fold(fr)
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_|_$/g, '')
  );
  const name = names[answer - 1] ?? '';
  const isUnique = names.filter((other) => other === name).length === 1;
  return pick(
    [`level_${answer}`, `niveau${answer}`, String(answer), isUnique ? name : `option_${answer}`],
    choice
  );
}

const cisoAssistant: Writer = {
  source: 'ciso-assistant',
  bare: true,
  write(drawn, choice) {
    const isWorkbook = choice % 2 === 1;
    const headings = [
      ...[
        'urn',
        ...(isWorkbook ? ['assessable'] : []),
        'ref_id',
        'name',
        'description',
        'typical_evidence',
        'annotation'
      ],
      ...['compliance_result', 'extended_result', 'requirement_progress', 'score', 'observations']
    ];
    return drawn.products.map((one) => {
      const row = (yes: boolean, code: string, name: string, result: string, score: string) => [
        ...[`urn:${code}`, ...(isWorkbook ? [yes ? 'True' : 'False'] : []), code, name].map(guarded),
        ...['', '', '', result, '', result && 'done', score, '']
      ];
      const rows = drawn.criteria.map(({ code, labelFr }, i) => {
        const answer = one.answers[i] ?? 'blank';
        if (answer === 'na') return row(true, code, labelFr, 'not_applicable', choice % 3 ? '' : '1');
        if (answer === 'blank') return row(true, code, labelFr, 'not_assessed', '');
        return row(true, code, labelFr, 'partially_compliant', isWorkbook ? `${answer}.0` : String(answer));
      });
      const title = row(false, '1', 'Titre', isWorkbook ? 'not_assessed' : '', '');
      return {
        file: asFile([headings, title, ...rows], drawn, 'needed', 'audit_export.csv'),
        options: { product: one.product, vendor: one.vendor }
      };
    });
  }
};

const oneProduct: Writer = {
  source: 'one-product',
  write(drawn, choice) {
    return drawn.products.map((one) => {
      const above: Cells = [
        ['Questionnaire'],
        ['Produit', one.product],
        ['Éditeur :', '', one.vendor],
        ...(one.corridor === '' ? [] : [['Couloir', one.corridor]]),
        ...(one.size === '' ? [] : [['Taille', one.size]]),
        ['Date', french(one.moment)],
        ['Contact', 'Une Personne', '']
      ];
      const byText = choice % 2 === 1;
      const rows = labels(drawn, one).map((label, i) => {
        const { code = '', labelFr = '' } = drawn.criteria[i] ?? {};
        return [byText ? labelFr : code, 'remarque', label];
      });
      const all: Cells = [...above, ['Critère', 'Commentaire', 'Réponse'], ['Thème'], ...rows];
      return { file: asFile(all, drawn, 'needed'), options: {} };
    });
  }
};

export const writers: Writer[] = [
  ...[limesurvey, microsoftForms, googleForms, surveymonkey],
  ...[kobo, cisoAssistant, oneProduct]
];
