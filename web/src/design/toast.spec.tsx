import { jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../test/render-page.tsx';
import { ToastRegion } from './toast-region.tsx';
import { clearToasts, showToast } from './toast.tsx';

afterEach(() => {
  act(clearToasts);
});

it('says what happened and offers the way back', async () => {
  const undo = jest.fn();
  await renderPart(<ToastRegion />);
  act(() => {
    showToast({ text: 'The proposal was moved.', undo });
  });
  expect(await screen.findByText('The proposal was moved.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('The proposal was moved.')).not.toBeInTheDocument();
});
