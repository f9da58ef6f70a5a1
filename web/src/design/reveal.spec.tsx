import { jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../test/render-page.tsx';
import { Reveal, revealSeconds } from './reveal.tsx';

const open = async (onReveal: (reason: string) => Promise<string>) => {
  const user = userEvent.setup({
    advanceTimers: (milliseconds) => jest.advanceTimersByTime(milliseconds),
  });
  await renderPart(
    <Reveal label="Legal name" onReveal={onReveal} wordsFor={() => 'You may not see this.'}>
      {(name) => <b>{name}</b>}
    </Reveal>,
  );
  await user.click(await screen.findByRole('button', { name: 'Reveal: Legal name' }));
  return { user, confirm: () => user.click(screen.getByRole('button', { name: 'Reveal' })) };
};

beforeEach(() => {
  jest.useFakeTimers({ advanceTimers: true });
});

afterEach(() => {
  jest.useRealTimers();
});

it('asks for a reason that says something before it asks the server', async () => {
  const onReveal = jest.fn(() => Promise.resolve('Somebody'));
  const { user, confirm } = await open(onReveal);
  await user.type(screen.getByLabelText('Reason'), 'why');
  await confirm();
  expect(onReveal).not.toHaveBeenCalled();
  expect(screen.getByText('Say in a few words why.')).toBeInTheDocument();
});

it('shows it with a countdown and hides it after sixty seconds', async () => {
  const onReveal = jest.fn(() => Promise.resolve('Somebody'));
  const { user, confirm } = await open(onReveal);
  await user.type(screen.getByLabelText('Reason'), 'Booking the ticket');
  await confirm();
  expect(await screen.findByText('Somebody')).toBeInTheDocument();
  expect(onReveal).toHaveBeenCalledWith('Booking the ticket');
  for (let second = 0; second <= revealSeconds; second += 1)
    act(() => jest.advanceTimersByTime(1_000));
  expect(screen.queryByText('Somebody')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Reveal: Legal name' })).toBeInTheDocument();
});

it('says why not, and keeps the reason', async () => {
  const { user, confirm } = await open(() => Promise.reject(new Error('403')));
  await user.type(screen.getByLabelText('Reason'), 'Booking the ticket');
  await confirm();
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not see this.');
  expect(screen.getByLabelText('Reason')).toHaveValue('Booking the ticket');
});
