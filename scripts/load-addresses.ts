/** Fifty addresses that people and scripts ask for: pages, filtered pages, API, downloads. */
const pages = [
  '/',
  '/criteria',
  '/products',
  '/vendors',
  '/evolution',
  '/analysis',
  '/method',
  '/follow-up',
  '/consultation',
  '/audits'
];
const filters = [
  'corridor=Imagerie',
  'theme=Journalisation',
  'scope=common',
  'bands=25,50,75',
  'unanswered=exclude'
];
const questions = [
  'overview',
  'criteria',
  'products',
  'themes',
  'corridors',
  'vendors',
  'matrix',
  'comments',
  'audits',
  'scenarios'
];
const downloads = ['/products.csv', '/consultation.csv', '/follow-up.csv'];

export const addresses: readonly string[] = [
  ...pages.map((page) => `${page}?campaign=v2&lang=fr`),
  ...['/', '/criteria', '/products'].flatMap((page) =>
    filters.map((filter) => `${page}?campaign=v1&${filter}&lang=en`)
  ),
  ...questions.map((question) => `/api/v1/campaigns/v2/${question}`),
  ...questions.slice(0, 3).map((question) => `/api/v1/campaigns/v1/${question}.csv`),
  ...downloads.map((download) => `${download}?campaign=v2&lang=fr`),
  ...['Q01', 'Q10', 'Q20', 'Q30', 'Q40'].map((code) => `/criteria/${code}?campaign=v2&lang=fr`),
  '/calibration?campaign=v2&lang=fr',
  '/imports?campaign=v2&lang=fr',
  '/api/v1/campaigns',
  '/api/v1/evolution?from=v1&to=v2'
];
