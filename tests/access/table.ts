/*
 * Written by hand, apart from the policy: what each role may ask for, one route a line with its methods and actions.
 *  `fallback` answers every method that a route of the API lacks.
 */
const table: Record<string, string> = {
  'nobody reader analyst manager': `
    /healthz GET
    /shared/[token] GET HEAD POST
    /readyz GET
    /tokens.css GET
    /sign-in GET ?/default
    /sign-in/first GET ?/default
    /sign-in/provider GET
    /sign-in/provider/return GET
    /notices/[name] GET
    /api/v1/openapi.json GET fallback`,
  'reader analyst manager': `
    /publications GET
    /account GET ?/signOut ?/endOthers ?/password
    /reports/published/[fingerprint]/[name] GET`,
  'analyst manager': `
    / GET
    /analysis GET
    /account ?/makeToken ?/revokeToken
    /audits GET
    /calibration GET ?/save ?/create ?/rename ?/freeze ?/remove ?/restore
    /calibration/levels GET
    /calibration/search GET
    /calibration/optimum GET ?/create
    /calibration/scenario.[format] GET
    /consultation GET ?/treat
    /consultation.csv GET
    /consultation.xlsx GET
    /criteria GET
    /criteria/[code] GET
    /evolution GET
    /exports/[format].zip GET
    /figures/[page]/[file] GET
    /figures/audits/[file] GET
    /figures/calibration/[file] GET
    /figures/consultation/[file] GET
    /figures/criteria/[code]/[file] GET
    /figures/products/[id]/[file] GET
    /figures/vendors/[name]/[file] GET
    /follow-up GET
    /follow-up.csv GET
    /imports GET
    /method GET
    /names GET
    /products GET
    /products.csv GET
    /products/[id] GET
    /products/[id].[format] GET
    /products/[id].csv GET
    /reports GET
    /reports/file GET
    /reports/difference.csv GET
    /vendors GET
    /vendors/[name] GET
    /views GET ?/save ?/rename ?/delete
    /api/v1/[...path] GET fallback
    /api/v1/[list] GET fallback
    /api/v1/campaigns/[code]/[question] GET fallback
    /api/v1/campaigns/[code]/[question]/[item] GET fallback
    /api/v1/campaigns/[code]/frontier GET fallback
    /api/v1/campaigns/[code]/frontier.csv GET fallback
    /api/v1/evolution GET fallback
    /api/v1/evolution.csv GET fallback`,
  manager: `
    /audits ?/import
    /consultation ?/import
    /follow-up ?/expected ?/link ?/unlink
    /imports ?/upload ?/undo ?/redo
    /imports/[id] GET ?/apply ?/profile ?/confirm ?/discard ?/undo
    /imports/[id]/problems.csv GET
    /metrics GET
    /names ?/merge ?/renameVendor ?/unmerge ?/keepApart ?/suggestAgain
    /products/[id]/purge GET ?/default
    /products/[id] ?/rename ?/merge ?/unmerge ?/correct ?/retract
    /reports ?/publish ?/mark ?/rules
    /reports/log/[fingerprint] GET
    /reports/log/[fingerprint].csv GET
    /reports/log/[fingerprint].json GET
    /sample GET ?/default
    /shares GET ?/turn ?/create ?/revoke
    /trail GET
    /trail.csv GET
    /users GET ?/add ?/role ?/close ?/reopen ?/recover ?/endSessions ?/revokeToken
    /vendors/[name] ?/renameVendor ?/unmerge`
};

function lines(who: string, text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap(([route, ...operations]) =>
      operations.map((operation): [string, string] => [`${route} ${operation}`, who])
    );
}

/** Who may ask for each route with each of its methods and actions. */
export const allowed: Record<string, string> = Object.fromEntries(
  Object.entries(table).flatMap(([who, text]) => lines(who, text))
);
