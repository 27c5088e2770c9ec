import { tokensCss } from '#lib/charts/palette.ts';

export function GET() {
  return new Response(tokensCss(), {
    headers: { 'content-type': 'text/css', 'cache-control': 'public, max-age=300' }
  });
}
