import { actions } from '@shelter-city/contract/actions';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { ownActWord } from './own-act-words.ts';
import { route } from './own-acts.route.tsx';

const line = { at: '2026-06-01T10:00:00.000Z', reason: null, fields: [] };

test('one’s own acts are in words, with whose case it was, and older ones follow', async () => {
  const user = userEvent.setup();
  fakeApi({
    'GET /api/own-acts': {
      items: [
        { ...line, id: '9', action: 'defender:reveal', codeName: 'Amber Heron', result: 'DONE', fields: ['legalName'], reason: 'Ticket' },
        { ...line, id: '8', action: 'session:start', codeName: null, result: 'DONE' },
      ],
      nextCursor: '8',
    },
  });
  await renderPage(route, { path: 'settings/acts' });
  expect(await screen.findByText('Opened a sealed part')).toBeInTheDocument();
  expect(screen.getByText('Amber Heron')).toBeInTheDocument();
  expect(screen.getByText('Legal name')).toBeInTheDocument();
  expect(screen.getByText('Signed in')).toBeInTheDocument();
  fakeApi({ 'GET /api/own-acts': { items: [{ ...line, id: '7', action: 'stay:read', codeName: null, result: 'REFUSED' }], nextCursor: null } });
  await user.click(screen.getByRole('button', { name: 'Show older' }));
  expect(await screen.findByText('Read a stay')).toBeInTheDocument();
  expect(screen.getByText('refused')).toBeInTheDocument();
});

test('whatever anybody can do has words; only looking at what holds nobody’s data is never in the log', () => {
  const neverLogged = new Set([
    'session:welcome', 'session:read', 'own-act:read', 'passkey:list', 'account:list', 'admin-city:list', 'today:read', 'call:read', 'defender:list', 'city:list', 'city:read',
    'capacity:read', 'rules:read', 'board:read', 'erasure:certificate', 'retention:read', 'report:read', 'report:own-city',
  ]);
  expect(actions.filter((action) => ownActWord(action) === undefined && !neverLogged.has(action))).toEqual([]);
});
