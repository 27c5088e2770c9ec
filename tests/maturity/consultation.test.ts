import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consultationOf,
  decisions,
  treated,
  type Comment,
  type Treatment
} from '#lib/maturity/consultation.ts';
import { chosen, treatmentStates } from '#lib/maturity/comment-filters.ts';
import { stances } from '#lib/maturity/stance.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(60);

const drawn = fc.record({
  subject: fc.integer({ min: 1, max: 4 }),
  organisation: fc.integer({ min: 1, max: 5 }),
  type: fc.constantFrom('Éditeur', 'Hôpital', ''),
  stance: fc.constantFrom(...stances),
  text: fc.constantFrom('trop tôt', 'nécessaire', '')
});

type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

function commentOf({ subject, organisation, type, stance, text }: Drawn, i: number): Comment {
  return {
    key: `comment ${i}`,
    groupKey: `${subject} ${stance} ${text}`,
    subjectKey: `s/${subject}`,
    requirement: `S/${subject}`,
    criterion: '',
    organisation: `Organisme ${organisation}`,
    organisationKey: `organisme ${organisation}`,
    organisationType: type,
    typeKey: type.toLowerCase(),
    stance,
    comment: text,
    date: null
  };
}

const comments = fc.array(drawn, { maxLength: 40 }).map((list) => list.map(commentOf));
const decision = fc.constantFrom(...decisions);
const decided = fc.array(fc.tuple(fc.nat(), fc.boolean(), decision), { maxLength: 12 });

function treatmentsOn(list: Comment[], picks: [number, boolean, Treatment['decision']][]) {
  return new Map(
    picks.flatMap(([pick, isGroup, one]): [string, Treatment][] => {
      const comment = list[pick % Math.max(1, list.length)];
      if (!comment) return [];
      return [[isGroup ? comment.groupKey : comment.key, { decision: one, reason: 'r', by: null, at: '' }]];
    })
  );
}

/** Pairs of organisation and subject with this stance, counted the long way. */
function opinions(list: Comment[], stance: string): number {
  const [subjects, organisations] = [
    [...new Set(list.map(({ subjectKey }) => subjectKey))],
    [...new Set(list.map(({ organisationKey }) => organisationKey))]
  ];
  let count = 0;
  for (const subject of subjects)
    for (const organisation of organisations)
      if (
        list.some(
          (c) => c.subjectKey === subject && c.organisationKey === organisation && c.stance === stance
        )
      )
        count++;
  return count;
}

test('an organisation counts once a subject and stance, whatever it sends; groups hold every comment once', () =>
  fc.assert(
    fc.property(comments, (list) => {
      const all = consultationOf(treated(list, new Map()));
      expect(all.comments).toBe(list.length);
      expect(all.organisations).toBe(new Set(list.map(({ organisation }) => organisation)).size);
      for (const stance of stances) {
        expect(all.stances[stance]).toBe(opinions(list, stance));
        expect(all.types.reduce((sum, type) => sum + type.stances[stance], 0)).toBe(all.stances[stance]);
        expect(all.subjects.reduce((sum, subject) => sum + subject.stances[stance], 0)).toBe(
          all.stances[stance]
        );
      }
      for (const { key, stances: counts, groups, organisations } of all.subjects) {
        const own = list.filter(({ subjectKey }) => subjectKey === key);
        expect(organisations).toBe(new Set(own.map(({ organisationKey }) => organisationKey)).size);
        for (const stance of stances) expect(counts[stance]).toBe(opinions(own, stance));
        expect(groups.flatMap((group) => group.comments.map((c) => c.key)).sort()).toEqual(
          own.map((c) => c.key).sort()
        );
        for (const group of groups) {
          const copies = own.filter(({ groupKey }) => groupKey === group.key);
          expect(group.organisations.map(({ organisation }) => organisation).sort()).toEqual(
            [...new Set(copies.map(({ organisation }) => organisation))].sort()
          );
          expect(copies.every((c) => c.comment === group.comment && c.stance === group.stance)).toBe(true);
        }
      }
    }),
    { numRuns: runs }
  ));

test('a comment goes by its own treatment, else by its group’s; filters by treatment part all comments', () =>
  fc.assert(
    fc.property(comments, decided, (list, picks) => {
      const treatments = treatmentsOn(list, picks);
      const read = treated(list, treatments).map((comment) => ({ ...comment, searched: comment.comment }));
      for (const { key, groupKey, treatment } of read)
        expect(treatment).toEqual(treatments.get(key) ?? treatments.get(groupKey) ?? null);
      const counts = consultationOf(read).treatments;
      const none = { text: '', stance: [], type: [], subject: [], treatment: [] };
      for (const state of treatmentStates) {
        const own = chosen(read, { ...none, treatment: [state] });
        expect(own).toHaveLength(counts[state]);
        expect(own.every(({ treatment }) => (treatment?.decision ?? 'none') === state)).toBe(true);
      }
      expect(Object.values(counts).reduce((a, b) => a + b)).toBe(list.length);
      const [stance = 'opposed'] = read.map((comment) => comment.stance);
      const narrowed = chosen(read, { ...none, stance: [stance], type: ['hôpital'], text: 'tôt' });
      expect(narrowed).toEqual(
        read.filter((c) => c.stance === stance && c.typeKey === 'hôpital' && c.comment === 'trop tôt')
      );
    }),
    { numRuns: runs }
  ));

test('subjects come in the order of their codes as people count, opposed groups first', () => {
  const list = [9, 10, 2].flatMap((subject) =>
    stances.map((stance, i) =>
      commentOf({ subject, organisation: i, type: '', stance, text: '' }, subject * 10 + i)
    )
  );
  const { subjects } = consultationOf(treated(list, new Map()));
  expect(subjects.map(({ requirement }) => requirement)).toEqual(['S/2', 'S/9', 'S/10']);
  expect(subjects[0]?.groups.map(({ stance }) => stance)).toEqual(['opposed', 'reserved', 'favourable']);
});
