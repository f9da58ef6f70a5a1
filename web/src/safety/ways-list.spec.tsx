import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../test/render-page.tsx';
import { WaysList } from './ways-list.tsx';

const rule = {
  notDirectly: false,
  hasGoBetween: false,
  allowed: ['SIGNAL' as const],
  never: ['PHONE_CALL' as const],
  hoursFrom: null,
  hoursUntil: null,
};

it('offers the open ways, and says of each closed one why it has no button', async () => {
  const asked: unknown[] = [];
  await renderPart(
    <WaysList
      contact={{
        rule,
        version: 1,
        ways: [
          { channel: 'PHONE_CALL', refusal: 'CHANNEL_NEVER' },
          { channel: 'SIGNAL', refusal: null },
        ],
        attempts: [],
      }}
      isPending={false}
      onAttempt={(...attempt) => {
        asked.push(attempt);
      }}
    />,
  );
  const [open, closed] = await screen.findAllByRole('listitem');
  await userEvent.click(within(open!).getByRole('button', { name: 'Signal: no answer' }));
  expect(asked).toEqual([['SIGNAL', false]]);
  expect(within(closed!).queryByRole('button')).toBeNull();
  expect(closed).toHaveTextContent('TelephoneNever this way');
});

it('has no way at all as long as nobody has said anything', async () => {
  await renderPart(
    <WaysList
      contact={{
        rule: null,
        version: 0,
        ways: [{ channel: 'SIGNAL', refusal: 'NO_RULE' }],
        attempts: [],
      }}
      isPending={false}
      onAttempt={() => undefined}
    />,
  );
  expect(await screen.findByText(/every way is closed/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});
