import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPart } from '../../test/render-page.tsx';
import { ToastRegion } from '../design/toast-region.tsx';
import { MoveDialog } from './move-dialog.tsx';

const id = '01a20253-c411-443c-9796-0bf563c18e02';
const from = { placeId: id, arrivesOn: '2027-05-03', departsOn: '2027-07-31' };

it('says so when a move can’t be undone any more', async () => {
  const refusal = problem(409, 'place-taken', { detail: 'Somebody has the place on these nights.' });
  fakeApi({ [`POST /api/stays/${id}/move`]: ({ body }: { readonly body: unknown }) => (JSON.stringify(body).includes(from.arrivesOn) ? refusal : { id, version: 4 }) });
  await renderPart(
    <>
      <MoveDialog
        stay={{ id, codeName: 'Amber Heron', isProposed: false, version: 3, ...from }}
        to={{ placeId: id, arrivesOn: '2027-05-10', departsOn: '2027-08-07' }}
        places={[{ value: id, label: 'Utrecht, House B' }]}
        onClose={() => undefined}
      />
      <ToastRegion />
    </>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Move' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo', hidden: true }));
  expect(await screen.findByText('Somebody has the place on these nights.')).toBeInTheDocument();
});
