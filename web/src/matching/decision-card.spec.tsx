import { screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPart } from '../../test/render-page.tsx';
import { DecisionCard } from './decision-card.tsx';

const id = '01a20253-c411-443c-9796-0bf563c18e02';
const spoken = { rule: 'LANGUAGE', verdict: 'FITS', fact: { code: 'LANGUAGE_SHARED', params: { languages: ['fr'] } } };
const passport = { rule: 'PASSPORT', verdict: 'FITS', fact: { code: 'PASSPORT_VALID' } };
const kept = { rulesVersion: 1, on: '2026-11-20', findings: [passport, spoken], weaker: [], passedOver: null, firstCity: null, reason: null };
const show = async (ground: unknown) => {
  fakeApi({ [`GET /api/stays/${id}/ground`]: ground });
  await renderPart(<DecisionCard stayId={id} matchLink="/defenders/amber-heron/match" />);
};

it('says what changed since, in words, and that the rules changed', async () => {
  const now = { rule: 'LANGUAGE', verdict: 'WEAKER', fact: { code: 'LANGUAGE_NOT_SHARED', params: { languages: ['fr'] } } };
  await show({ kept, now: { rulesVersion: 2, asOf: '2026-11-22', changes: [{ rule: 'LANGUAGE', before: spoken, now }, { rule: 'HIDDEN_RULE', before: null, now: { rule: 'HIDDEN_RULE', verdict: 'BLOCKED', fact: { code: 'HIDDEN_RULE' } } }] } });
  expect(await screen.findByRole('heading', { name: 'What changed since' })).toBeInTheDocument();
  expect(screen.getByText('The rules themselves changed: version 1 then, 2 now.')).toBeInTheDocument();
  const [language, hidden] = screen.getAllByRole('listitem');
  expect(language).toHaveTextContent('Language' + 'Then: FitsDaily life and care in French' + 'Now: WeakerNo daily life in French');
  expect(hidden).toHaveTextContent('A restricted rule stands against it');
});

it('says when nothing changed, and keeps every fact, of a passport only the verdict', async () => {
  await show({ kept, now: { rulesVersion: 1, asOf: '2026-11-22', changes: [] } });
  expect(await screen.findByText('Nothing that the rules read.')).toBeInTheDocument();
  expect(within(screen.getByRole('group')).getByText(/^Passport/).parentElement).toHaveTextContent('Passport: FitsFits');
});

it('says what was known against it, and asks nobody for a reason', async () => {
  const tooEarly = { rule: 'ARRIVAL_WINDOW', verdict: 'BLOCKED', fact: { code: 'ARRIVAL_TOO_EARLY', params: { earliest: '2027-02-01' } } };
  const against = { ...kept, findings: [tooEarly, ...kept.findings], weaker: ['ARRIVAL_WINDOW', 'WISHES'], passedOver: 'LANGUAGE' };
  await show({ kept: { ...against, firstCity: { id, slug: 'utrecht', name: 'Utrecht' } }, now: null });
  expect(await screen.findByText('Utrecht came first, by: Language')).toBeInTheDocument();
  expect(screen.getByText('Proposed against: Arrival in the window')).toBeInTheDocument();
  expect(screen.getByText('Weaker than wished: The person’s wishes')).toBeInTheDocument();
  expect(screen.getByText('No reason was given, and none is asked for.')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'What changed since' })).toBeNull();
});

it('says of a stay from before the city was kept that another came first', async () => {
  await show({ kept: { ...kept, weaker: [], passedOver: 'LANGUAGE' }, now: null });
  expect(await screen.findByText('Another city came first, by: Language')).toBeInTheDocument();
});

it('is not there for a stay that keeps nothing', async () => {
  await show({ kept: null, now: null });
  await waitFor(() => { expect(screen.queryByText('What it was decided on')).toBeNull(); });
});
