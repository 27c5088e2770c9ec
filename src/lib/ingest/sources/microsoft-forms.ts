import { readForm } from './form.ts';
import { chosenAlone } from './multiple-choice.ts';
import type { Source } from './source.ts';
import { headingsAmong, type SystemColumns } from './system-columns.ts';

const french = ['Heure de début', 'Heure de fin', 'Adresse de messagerie', 'Nom'];
const ended = ['Completion time', 'Heure de fin'];
const started = ['Start time', 'Heure de début'];

const system: SystemColumns = {
  submitted: ended,
  personal: ['Email', 'Email address', 'Name', 'Adresse de messagerie', 'Adresse e-mail', 'E-mail', 'Nom'],
  technical: [
    'ID',
    ...started,
    ...['Last modified time', 'Heure de la dernière modification', 'Heure de dernière modification'],
    ...['Language', 'Langue', 'Total points', 'Total des points', 'Quiz feedback', 'Commentaires du quiz']
  ]
};

/** Microsoft Forms: a column for each question headed by its text, behind `ID`, start and completion time. */
export const microsoftForms: Source = {
  name: 'microsoft-forms',
  recognise(table) {
    const hasBoth = [started, ended].every((wanted) => headingsAmong(table, wanted).length > 0);
    return hasBoth ? headingsAmong(table, ['ID', ...started, ...ended]) : undefined;
  },
  read(table, asked) {
    const isFrench = headingsAmong(table, french).length > 0;
    return { ...readForm(table, system, isFrench, asked), rereading: chosenAlone(';') };
  }
};
