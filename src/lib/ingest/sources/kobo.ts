import type { Table } from '../table.ts';
import { choiceNames } from './choice-codes.ts';
import { readForm } from './form.ts';
import type { Source } from './source.ts';
import { headingsAmong, type SystemColumns } from './system-columns.ts';

const submitted = [
  '_submission_time',
  'SubmissionDate',
  '__system/submissionDate',
  '__system-submissionDate'
];

const system: SystemColumns = {
  submitted,
  personal: [
    ...['_submitted_by', 'SubmitterName', '__system/submitterName', '__system-submitterName', 'username'],
    ...['email', 'phonenumber', 'audit']
  ],
  technical: [
    ...[
      'start',
      'end',
      'today',
      'deviceid',
      'DeviceID',
      'subscriberid',
      'simserial',
      'imei',
      'background-audio'
    ],
    ...['_id', '_uuid', '_index', '_parent_index', '_parent_table_name', '_validation_status', '_notes'],
    ...['_status', '_tags', '__version__', '_version_', '_xform_id_string', '_attachments', '_geolocation'],
    ...[
      '_duration',
      '_date_modified',
      'meta/instanceID',
      'meta/rootUuid',
      'meta/deprecatedID',
      'meta/instanceName'
    ],
    ...['meta-instanceID', 'meta-instanceName', 'instanceID', 'instanceName', 'formhub/uuid', 'KEY'],
    ...['SubmitterID', 'AttachmentsPresent', 'AttachmentsExpected', 'Status', 'ReviewState', 'Edits'],
    ...['FormVersion', 'version']
  ]
};

/** What no other tool writes; two of these tell. */
const telling = [
  ...[
    '_id',
    '_uuid',
    '_submission_time',
    '_validation_status',
    '_index',
    '_submitted_by',
    '__version__',
    '_status'
  ],
  ...['_xform_id_string', 'formhub/uuid', 'meta/instanceID', 'meta-instanceID', 'SubmissionDate', 'KEY'],
  ...['SubmitterID', 'SubmitterName', 'AttachmentsPresent', 'ReviewState']
];

/** KoboToolbox and ODK: columns headed by the path of groups to a question, answers by name or label. */
export const kobo: Source = {
  name: 'kobo',
  recognise(table) {
    const found = headingsAmong(table, telling);
    return found.length > 1 ? found : undefined;
  },
  read(table, asked) {
    return { ...readForm(withPaths(table), system, true, asked), rereading: choiceNames() };
  }
};

/**
 * A question goes by the end of its path, parted by `/`, or else by another sign between names of groups and questions.
 * Those begin with a letter or `_`, so that the number in `C.1.3` is not taken for a question `3`; labels are no names.
 */
function withPaths(table: Table): Table {
  return { ...table, aliases: table.headings.map(endsOf) };
}

function endsOf(heading: string): string[] {
  const isPath = /^[\p{L}_][\p{L}\p{M}\p{N}_.:-]*$/u.test(heading);
  const separator = heading.includes('/') ? /\//g : isPath ? /[.:-](?=[\p{L}_])/gu : /$^/g;
  return [...heading.matchAll(separator)]
    .map(({ index }) => heading.slice(index + 1).trim())
    .filter((end) => end !== '');
}
