import { stances, type Stance } from './stance.ts';

/** What becomes of a comment: taken up, taken up in part, or not. */
export const decisions = ['retained', 'partly', 'not_retained'] as const;
export type Decision = (typeof decisions)[number];

/** A decision on a comment or a group of copies, with its reason; `at` in UTC. */
export interface Treatment {
  decision: Decision;
  reason: string;
  by: string | null;
  at: string;
}

/** One comment in force; texts are blank where its file says nothing. */
export interface Comment {
  /** Of all that it says: the same in every import. */
  key: string;
  /** Of its subject, stance and folded text: the same for every copy. */
  groupKey: string;
  subjectKey: string;
  requirement: string;
  criterion: string;
  organisation: string;
  organisationKey: string;
  organisationType: string;
  typeKey: string;
  stance: Stance;
  comment: string;
  /** ISO date. */
  date: string | null;
}

/** A comment with the treatment that counts for it: its own, else its group's. */
export interface TreatedComment extends Comment {
  treatment: Treatment | null;
  isOwn: boolean;
}

export type StanceCounts = Record<Stance, number>;

/** All copies of one text on one subject, and whose they are, each organisation once. */
export interface CommentGroup {
  key: string;
  stance: Stance;
  comment: string;
  organisations: { organisation: string; type: string }[];
  /** The earliest. */
  date: string | null;
  treatment: Treatment | null;
  comments: TreatedComment[];
}

/** A requirement or criterion and all that is said of it; each stance counts an organisation once. */
export interface Subject {
  key: string;
  requirement: string;
  criterion: string;
  organisations: number;
  stances: StanceCounts;
  groups: CommentGroup[];
}

export interface TypeCounts {
  type: string;
  organisations: number;
  /** Opinions: an organisation counts once a subject and stance. */
  stances: StanceCounts;
}

/** What a consultation says. */
export interface Consultation {
  comments: number;
  organisations: number;
  stances: StanceCounts;
  types: TypeCounts[];
  subjects: Subject[];
  /** Comments by what became of them. */
  treatments: Record<Decision | 'none', number>;
}

/** Treatments in force by the key of their comment or group. */
export type Treatments = ReadonlyMap<string, Treatment>;

export function treated(comments: readonly Comment[], treatments: Treatments): TreatedComment[] {
  return comments.map((comment) => {
    const own = treatments.get(comment.key);
    return {
      ...comment,
      treatment: own ?? treatments.get(comment.groupKey) ?? null,
      isOwn: own !== undefined
    };
  });
}

/** An organisation counts once a subject and stance, however many texts or copies it sent. */
export function opinionsOf<One extends Comment>(comments: readonly One[]): One[] {
  const seen = new Set<string>();
  return comments.filter(({ subjectKey, stance, organisationKey }) => {
    const key = JSON.stringify([subjectKey, stance, organisationKey]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** Comments counted and gathered: by type of organisation, the most frequent first; by subject, in order of code. */
export function consultationOf(comments: readonly TreatedComment[]): Consultation {
  const opinions = opinionsOf(comments);
  return {
    comments: comments.length,
    organisations: distinct(comments, ({ organisationKey }) => organisationKey),
    stances: countStances(opinions),
    types: typesOf(opinions),
    subjects: subjectsOf(comments),
    treatments: countTreatments(comments)
  };
}

function distinct<One>(list: readonly One[], key: (one: One) => string): number {
  return new Set(list.map(key)).size;
}

function countStances(opinions: readonly Comment[]): StanceCounts {
  const counts: StanceCounts = { favourable: 0, reserved: 0, opposed: 0 };
  for (const { stance } of opinions) counts[stance]++;
  return counts;
}

function countTreatments(comments: readonly TreatedComment[]): Consultation['treatments'] {
  const counts = { retained: 0, partly: 0, not_retained: 0, none: 0 };
  for (const { treatment } of comments) counts[treatment?.decision ?? 'none']++;
  return counts;
}

function gathered<One>(list: readonly One[], key: (one: One) => string): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of list) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function typesOf(opinions: readonly Comment[]): TypeCounts[] {
  const types = gathered(opinions, ({ typeKey }) => typeKey).map((own) => ({
    type: own[0].organisationType,
    organisations: distinct(own, ({ organisationKey }) => organisationKey),
    stances: countStances(own)
  }));
  return types.sort((a, b) => total(b.stances) - total(a.stances) || (a.type < b.type ? -1 : 1));
}

export function total(counts: StanceCounts): number {
  return stances.reduce((sum, stance) => sum + counts[stance], 0);
}

const byCode = new Intl.Collator('fr', { numeric: true });

function subjectsOf(comments: readonly TreatedComment[]): Subject[] {
  return gathered(comments, ({ subjectKey }) => subjectKey)
    .map((own) => ({
      key: own[0].subjectKey,
      requirement: own[0].requirement,
      criterion: own.findLast(({ criterion }) => criterion !== '')?.criterion ?? '',
      organisations: distinct(own, ({ organisationKey }) => organisationKey),
      stances: countStances(opinionsOf(own)),
      groups: groupsOf(own)
    }))
    .sort((a, b) => byCode.compare(a.requirement || a.criterion, b.requirement || b.criterion));
}

/** The least in favour first, then by number of organisations. */
function groupsOf(comments: readonly TreatedComment[]): CommentGroup[] {
  const rank = ({ stance }: CommentGroup) => -stances.indexOf(stance);
  return gathered(comments, ({ groupKey }) => groupKey)
    .map(groupOf)
    .sort((a, b) => rank(a) - rank(b) || b.organisations.length - a.organisations.length);
}

function groupOf(comments: [TreatedComment, ...TreatedComment[]]): CommentGroup {
  const [{ groupKey: key, stance, comment }] = comments;
  const dates = comments.flatMap(({ date }) => date ?? []).sort();
  return {
    key,
    stance,
    comment,
    organisations: gathered(comments, ({ organisationKey }) => organisationKey).map(([first]) => ({
      organisation: first.organisation,
      type: first.organisationType
    })),
    date: dates[0] ?? null,
    treatment: comments.find(({ isOwn }) => !isOwn)?.treatment ?? null,
    comments
  };
}
