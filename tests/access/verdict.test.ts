import { expect, test } from 'vitest';
import { verdictOf } from '#lib/access/verdict.ts';

function asked(route: string, query = '', method = 'GET') {
  return { route, method, query: new URLSearchParams(query) };
}

test('who has not signed in is sent to do so, and comes back to the page that was asked for', () => {
  expect(verdictOf(undefined, asked('/products/[id]', 'campaign=v1'), '/products/p-1')).toEqual({
    to: '/sign-in?to=%2Fproducts%2Fp-1%3Fcampaign%3Dv1'
  });
  expect(verdictOf(undefined, asked('/imports', '/undo=', 'POST'))).toEqual({ to: '/sign-in' });
});

test('the language that was asked for goes with whoever is sent elsewhere', () => {
  expect(verdictOf(undefined, asked('/criteria', 'lang=en'))).toEqual({
    to: '/sign-in?to=%2Fcriteria%3Flang%3Den&lang=en'
  });
  expect(verdictOf('reader', asked('/', 'lang=en'))).toEqual({ to: '/publications?lang=en' });
});

test('what the policy does not name is forbidden whoever asks', () => {
  expect(verdictOf(undefined, asked('/elsewhere'))).toBe('forbidden');
  expect(verdictOf('manager', asked('/elsewhere'))).toBe('forbidden');
});

test('a reader begins at the publications', () => {
  expect(verdictOf('reader', asked('/'))).toEqual({ to: '/publications' });
  expect(verdictOf('reader', asked('/publications'))).toBe('answer');
  expect(verdictOf('reader', asked('/products'))).toBe('forbidden');
  expect(verdictOf('analyst', asked('/'))).toBe('answer');
});
