import type { Comment } from '../consultation/comments.ts';
import { formatCsv, frenchExcel } from './csv.ts';
import { setSpaces } from './french.ts';

const header = [
  'exigence',
  'critère',
  'organisation',
  "type d'organisation",
  'position',
  'commentaire',
  'date',
  'fictif'
];

/** One row a comment, as a consultation platform in French exports them. */
export function formatComments(comments: Comment[]): string {
  const rows = comments.map(({ requirement, organisation, stance, text, date }) => [
    requirement.code,
    requirement.criterion ?? '',
    organisation.name,
    organisation.type,
    stance,
    setSpaces(text),
    `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`,
    'oui'
  ]);
  return formatCsv([header, ...rows], frenchExcel);
}
