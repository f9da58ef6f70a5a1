import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPart } from '../../test/render-page.tsx';
import { MoveDialog } from './move-dialog.tsx';

const id = '01a20253-c411-443c-9796-0bf563c18e02';
const refusal = problem(409, 'arrival-outside-window', { errors: [{ pointer: '/arrivesOn', detail: 'The defender has to arrive by 3 May 2027.' }] });
const isWithout = (body: unknown) => JSON.stringify(body).includes('"reason":null');
const noReason = problem(422, 'invalid-request', { errors: [{ pointer: '/overrules/reason', detail: 'Please give a reason.' }] });
const isAgreed = (body: unknown) => JSON.stringify(body).includes('outsideWindow');

const open = async () => {
  const api = fakeApi({ [`POST /api/stays/${id}/move`]: ({ body }: { readonly body: unknown }) => (!isAgreed(body) ? refusal : isWithout(body) ? noReason : { id, version: 4 }) });
  await renderPart(
    <MoveDialog
      stay={{ id, codeName: 'Amber Heron', isProposed: true, version: 3, placeId: id, arrivesOn: '2027-05-03', departsOn: '2027-07-31' }}
      to={{ placeId: id, arrivesOn: '2027-05-10', departsOn: '2027-08-07' }}
      places={[{ value: id, label: 'Utrecht, House B' }]}
      onClose={() => undefined}
    />,
  );
  return api;
};

it('asks whether the person agrees to days that they did not name, and why, and sends both', async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Move' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The defender has to arrive by 3 May 2027.');
  await userEvent.click(screen.getByRole('checkbox', { name: 'The person was asked and agrees to these days' }));
  await userEvent.selectOptions(screen.getByLabelText(/^Why all the same/), 'The person wishes it');
  await userEvent.click(screen.getByRole('button', { name: 'Move' }));
  const sent = () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
  await waitFor(() => { expect(sent()).toHaveLength(2); });
  expect(sent()).toEqual([
    expect.not.objectContaining({ overrules: expect.anything() }),
    expect.objectContaining({ arrivesOn: '2027-05-10', overrules: { reason: 'PERSON_WISHES', outsideWindow: true } }),
  ]);
});

it('says beside the reason that it is asked for, until one is given', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Move' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'The person was asked and agrees to these days' }));
  await userEvent.click(screen.getByRole('button', { name: 'Move' }));
  const reason = screen.getByLabelText(/^Why all the same/);
  await waitFor(() => { expect(reason).toHaveAccessibleDescription(expect.stringContaining('Please give a reason.')); });
  await userEvent.selectOptions(reason, 'The person wishes it');
  expect(screen.queryByText('Please give a reason.')).not.toBeInTheDocument();
});
