import { readForm } from './form.ts';
import type { Source } from './source.ts';
import { headingsAmong, type SystemColumns } from './system-columns.ts';

const respondent = ['Respondent ID', 'RespondentID', 'ID du répondant', 'Identifiant du répondant'];
const collector = ['Collector ID', 'CollectorID', 'ID du collecteur', 'Identifiant du collecteur'];
const ended = ['End Date', 'EndDate', 'Date de fin', 'Date Modified', 'DateModified', 'Date de modification'];
const begun = ['Start Date', 'StartDate', 'Date de début', 'Date Created', 'DateCreated', 'Date de création'];
const personal = [
  ...['IP Address', 'Email Address', 'First Name', 'Last Name', 'IPAddress', 'EmailAddress', 'FirstName'],
  ...['LastName', 'Adresse IP', 'Adresse e-mail', 'Adresse email', 'Prénom', 'Nom', 'Nom de famille']
];

const system: SystemColumns = {
  submitted: ended,
  personal,
  technical: [...respondent, ...collector, ...begun]
};

/** SurveyMonkey: two heading rows, of which the first holds what it notes of each respondent, then the questions. */
export const surveymonkey: Source = {
  name: 'surveymonkey',
  recognise(table) {
    const isSent = headingsAmong(table, respondent).length > 0;
    const others = headingsAmong(table, [...collector, ...begun, ...ended, ...personal]);
    return isSent && others.length > 0 ? [...headingsAmong(table, respondent), ...others] : undefined;
  },
  read(table, asked) {
    const isFrench = headingsAmong(table, ['Date de fin', 'Date de début', 'ID du collecteur']).length > 0;
    return readForm(table, system, isFrench, asked);
  }
};
