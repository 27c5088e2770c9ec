import type { Role } from './role.ts';

/**
 * Who may ask for something: `anyone`, signed in or not; `link`, whoever holds a share link, which the route itself
 * verifies; else this role and those above it.
 */
export type Need = 'anyone' | 'link' | Role;

/** A route's methods, and its form's actions, which are written `?/name`. */
export type Entry = Readonly<Record<string, Need>>;

const read: Entry = { GET: 'analyst' };
const api: Entry = { GET: 'analyst', fallback: 'analyst' };
const open: Entry = { GET: 'anyone' };

/**
 * The one access policy: every route, with every method and action that it has. What is not written here is refused to
 * everybody, and a test fails for a route without an entry.
 */
export const policy: Readonly<Record<string, Entry>> = {
  // for whoever watches the server; nothing of what is stored
  '/healthz': open,
  '/readyz': open,
  '/tokens.css': open,
  '/notices/[name]': open,
  '/metrics': { GET: 'manager' },

  // signing in; each verifies by itself what its step needs
  '/sign-in': { GET: 'anyone', '?/default': 'anyone' },
  '/sign-in/first': { GET: 'anyone', '?/default': 'anyone' },
  '/sign-in/provider': open,
  '/sign-in/provider/return': open,
  '/account': {
    GET: 'reader',
    '?/signOut': 'reader',
    '?/endOthers': 'reader',
    '?/password': 'reader',
    '?/makeToken': 'analyst',
    '?/revokeToken': 'analyst'
  },
  '/users': {
    GET: 'manager',
    '?/add': 'manager',
    '?/role': 'manager',
    '?/close': 'manager',
    '?/reopen': 'manager',
    '?/recover': 'manager',
    '?/endSessions': 'manager',
    '?/revokeToken': 'manager'
  },

  // frozen, and made for the public: all that a reader sees
  '/publications': { GET: 'reader' },
  '/reports/published/[fingerprint]/[name]': { GET: 'reader' },

  // one product for whoever holds its link
  '/shared/[token]': { GET: 'link', HEAD: 'link', POST: 'link' },

  '/': read,
  '/analysis': read,
  '/criteria': read,
  '/criteria/[code]': read,
  '/evolution': read,
  '/method': read,
  '/products.csv': read,
  '/products/[id].[format]': read,
  '/products/[id].csv': read,
  '/products': read,
  '/vendors': read,
  '/reports/file': read,
  '/reports/difference.csv': read,
  '/reports/log/[fingerprint]': { GET: 'manager' },
  '/reports/log/[fingerprint].csv': { GET: 'manager' },
  '/reports/log/[fingerprint].json': { GET: 'manager' },
  '/follow-up.csv': read,
  '/consultation.csv': read,
  '/consultation.xlsx': read,
  '/figures/[page]/[file]': read,
  '/figures/audits/[file]': read,
  '/figures/calibration/[file]': read,
  '/figures/consultation/[file]': read,
  '/figures/criteria/[code]/[file]': read,
  '/figures/products/[id]/[file]': read,
  '/figures/vendors/[name]/[file]': read,

  '/api/v1/openapi.json': { ...open, fallback: 'anyone' },
  '/api/v1/[...path]': api,
  '/api/v1/[list]': api,
  '/api/v1/evolution': api,
  '/api/v1/evolution.csv': api,
  '/api/v1/campaigns/[code]/[question]': api,
  '/api/v1/campaigns/[code]/[question]/[item]': api,
  '/api/v1/campaigns/[code]/frontier': api,
  '/api/v1/campaigns/[code]/frontier.csv': api,

  // scenarios and opinions on them are an analyst's work
  '/calibration': {
    GET: 'analyst',
    '?/save': 'analyst',
    '?/create': 'analyst',
    '?/rename': 'analyst',
    '?/freeze': 'analyst',
    '?/remove': 'analyst',
    '?/restore': 'analyst'
  },
  '/calibration/levels': read,
  '/calibration/search': read,
  '/calibration/optimum': { GET: 'analyst', '?/create': 'analyst' },
  '/calibration/scenario.[format]': read,
  '/consultation': { GET: 'analyst', '?/treat': 'analyst', '?/import': 'manager' },
  '/views': { GET: 'analyst', '?/save': 'analyst', '?/rename': 'analyst', '?/delete': 'analyst' },

  '/exports/[format].zip': read,

  // what changes the data is a manager's, and what goes out of the house
  '/reports': { GET: 'analyst', '?/publish': 'manager', '?/mark': 'manager', '?/rules': 'manager' },
  '/products/[id]': {
    GET: 'analyst',
    '?/rename': 'manager',
    '?/merge': 'manager',
    '?/unmerge': 'manager',
    '?/correct': 'manager',
    '?/retract': 'manager'
  },
  '/products/[id]/purge': { GET: 'manager', '?/default': 'manager' },
  '/vendors/[name]': { GET: 'analyst', '?/renameVendor': 'manager', '?/unmerge': 'manager' },
  '/names': {
    GET: 'analyst',
    '?/merge': 'manager',
    '?/renameVendor': 'manager',
    '?/unmerge': 'manager',
    '?/keepApart': 'manager',
    '?/suggestAgain': 'manager'
  },
  '/audits': { GET: 'analyst', '?/import': 'manager' },
  '/follow-up': {
    GET: 'analyst',
    '?/expected': 'manager',
    '?/link': 'manager',
    '?/unlink': 'manager'
  },
  '/imports': { GET: 'analyst', '?/upload': 'manager', '?/undo': 'manager', '?/redo': 'manager' },
  '/imports/[id]': {
    GET: 'manager',
    '?/apply': 'manager',
    '?/profile': 'manager',
    '?/confirm': 'manager',
    '?/discard': 'manager',
    '?/undo': 'manager'
  },
  '/imports/[id]/problems.csv': { GET: 'manager' },
  '/sample': { GET: 'manager', '?/default': 'manager' },
  '/shares': { GET: 'manager', '?/turn': 'manager', '?/create': 'manager', '?/revoke': 'manager' },
  '/trail': { GET: 'manager' },
  '/trail.csv': { GET: 'manager' }
};
