import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { aCity, aPlace } from '../cities/city.fixture.ts';
import { aHome } from './city-home.fixture.ts';
import { route } from './city-home.route.tsx';

const place = aPlace();
const home = aHome({ capacity: { ...aHome().capacity, missing: ['CARE', 'STEP_FREE', 'DIET'] } });

it('asks only what is missing, and after a failure sends only what is left', async () => {
  let fails = true;
  const { asked } = fakeApi({
    'GET /api/city': home,
    'GET /api/cities/utrecht': aCity(),
    'PATCH /api/cities/utrecht': aCity({ version: 10 }),
    [`PATCH /api/places/${place.id}`]: () => (fails ? problem(503, 'busy', { title: 'The system is busy' }) : aCity({ version: 10 })),
  });
  await renderPage(route, { path: 'city', account: { role: 'CITY_PARTNER' } });
  await userEvent.click(await screen.findByRole('button', { name: 'Fill this in' }));
  await userEvent.click(within(await screen.findByRole('group', { name: 'Specialised care nearby' })).getByRole('radio', { name: 'No' }));
  const house = screen.getByRole('group', { name: 'House A' });
  expect(within(house).queryByRole('group', { name: 'Quiet' })).not.toBeInTheDocument();
  await userEvent.click(within(within(house).getByRole('group', { name: 'Step-free' })).getByRole('radio', { name: 'Yes' }));
  await userEvent.click(within(within(house).getByRole('group', { name: 'Diets possible' })).getByRole('radio', { name: 'No' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The system is busy');
  expect(within(within(house).getByRole('group', { name: 'Step-free' })).getByRole('radio', { name: 'Yes' })).toBeChecked();
  fails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  const written = asked.filter(({ method }) => method === 'PATCH').map(({ path, body }) => [path, body]);
  expect(written).toEqual([
    ['/api/cities/utrecht', { version: 9, facts: { ...aCity().facts, careNearby: false } }],
    [`/api/places/${place.id}`, { version: 2, facts: { ...place.facts, stepFree: true, dietPossible: false } }],
    [`/api/places/${place.id}`, { version: 2, facts: { ...place.facts, stepFree: true, dietPossible: false } }],
  ]);
});
