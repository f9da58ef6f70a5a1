import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../test/render-page.tsx';
import { Button, IconButton } from './button.tsx';
import { ConfirmTyped } from './confirm-typed.tsx';
import { Menu } from './menu.tsx';
import { Popover } from './popover.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Tabs } from './tabs.tsx';
import { Tooltip } from './tooltip.tsx';

it('does what can’t be undone only once the word has been typed', async () => {
  const onConfirm = jest.fn(() => Promise.resolve());
  const onClose = jest.fn();
  await renderPart(
    <ConfirmTyped
      isOpen
      onClose={onClose}
      title="Erase"
      lead="Everything is gone."
      word="AMBER HERON"
      action="Erase it"
      onConfirm={onConfirm}
      wordsFor={() => 'No'}
    />,
  );
  const act = await screen.findByRole('button', { name: 'Erase it' });
  expect(act).toBeDisabled();
  await userEvent.type(screen.getByLabelText('Type AMBER HERON to confirm'), 'AMBER HERON');
  await userEvent.click(act);
  expect(onConfirm).toHaveBeenCalledTimes(1);
  expect(onClose).toHaveBeenCalled();
});

it('opens a menu by keyboard, acts, and gives the focus back', async () => {
  const onAction = jest.fn();
  await renderPart(
    <Menu
      label="More"
      trigger={<IconButton icon="dots" label="More" />}
      entries={[
        { id: 'move', label: 'Move…', onAction },
        { id: 'off', label: 'Off', isDisabled: true },
      ]}
    />,
  );
  const trigger = await screen.findByRole('button', { name: 'More' });
  trigger.focus();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(onAction).toHaveBeenCalledTimes(1);
  // The menu gives the focus back in a frame of its own.
  await waitFor(() => {
    expect(trigger).toHaveFocus();
  });
});

it('opens a popover and closes it by Escape', async () => {
  await renderPart(
    <Popover label="Why" trigger={<Button>Why?</Button>}>
      Place free from 14 January
    </Popover>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Why?' }));
  expect(await screen.findByRole('dialog', { name: 'Why' })).toHaveTextContent('Place free');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('shows a tip on focus', async () => {
  await renderPart(
    <Tooltip text="Ctrl Shift L">
      <IconButton icon="lock" label="Lock" />
    </Tooltip>,
  );
  await screen.findByRole('button', { name: 'Lock' });
  await userEvent.tab();
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Ctrl Shift L');
});

it('shows one part at a time', async () => {
  const parts = [
    { id: 'a', label: 'One', content: 'first' },
    { id: 'b', label: 'Two', content: 'second' },
  ];
  await renderPart(<Tabs label="Parts" parts={parts} />);
  expect(await screen.findByText('first')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('tab', { name: 'Two' }));
  expect(screen.getByText('second')).toBeInTheDocument();
  expect(screen.queryByText('first')).not.toBeInTheDocument();
});

it('puts theirs beside yours and leaves the choice', async () => {
  const onTakeTheirs = jest.fn();
  await renderPart(
    <StaleNotice
      differences={[{ label: 'Arrival', yours: '3 May', theirs: '5 May' }]}
      onTakeTheirs={onTakeTheirs}
    />,
  );
  expect(await screen.findByRole('row', { name: 'Arrival 5 May 3 May' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Save mine over it' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(onTakeTheirs).toHaveBeenCalledTimes(1);
});
