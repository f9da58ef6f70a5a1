import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { defenders } from '@shelter-city/contract/defenders';
import { useState } from 'react';
import { fakeApi, problem, type Asked } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { OwnSession } from './own-session.ts';
import { StepUpGate } from './step-up-gate.tsx';

const reveals = 'POST /api/defenders/SC-2027-001/reveals';
const needed = () => problem(403, 'step-up-needed', { detail: 'Please prove it.' });

function Page() {
  const [said, setSaid] = useState('');
  const reveal = () => {
    void call(defenders.reveal, {
      params: { code: 'SC-2027-001' },
      body: { compartment: 'IDENTITY', reason: 'the border asks' },
    }).then(
      () => {
        setSaid('opened');
      },
      (failure: unknown) => {
        setSaid(failureWords(failure));
      },
    );
  };
  return (
    <OwnSession value={aSession()}>
      <button onClick={reveal}>Reveal</button>
      <p role="status">{said}</p>
      <StepUpGate />
    </OwnSession>
  );
}

async function open(answers: Parameters<typeof fakeApi>[0]) {
  const api = fakeApi(answers);
  await renderRoutes(() => [{ path: '*', Component: Page }], '/', aSession());
  await userEvent.click(screen.getByRole('button', { name: 'Reveal' }));
  return api;
}
const answerWith = async (code: string) => {
  const dialog = await screen.findByRole('alertdialog', { name: 'Is it still you?' });
  expect(dialog).toBeInTheDocument();
  await userEvent.clear(screen.getByLabelText('Password'));
  await userEvent.type(screen.getByLabelText('Password'), 'my long password');
  await userEvent.type(screen.getByLabelText('Authenticator code'), code);
  await userEvent.click(screen.getByRole('button', { name: 'It is me' }));
};
const paths = (asked: readonly Asked[]) => asked.map(({ method, path }) => `${method} ${path}`);

it('asks once more who is there, then sends the same request again', async () => {
  let proved = false;
  const { asked } = await open({
    [reveals]: () => (proved ? {} : needed()),
    'POST /api/session/proof': () => {
      proved = true;
      return aSession();
    },
  });
  await answerWith('123456');
  await waitFor(() => {
    expect(screen.getByRole('status')).toHaveTextContent('opened');
  });
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(paths(asked)).toEqual([reveals, 'POST /api/session/proof', reveals]);
  expect(asked[2]?.body).toEqual(asked[0]?.body);
});

it('says what was refused and keeps all but the code', async () => {
  await open({
    [reveals]: needed,
    'POST /api/session/proof': problem(403, 'step-up-refused', { detail: 'They don’t fit.' }),
  });
  await answerWith('123456');
  expect(await screen.findByRole('alert')).toHaveTextContent('They don’t fit.');
  expect(screen.getByLabelText('Password')).toHaveValue('my long password');
  expect(screen.getByLabelText('Authenticator code')).toHaveValue('');
});

it('gives the refusal to the page when the reader would rather not', async () => {
  const { asked } = await open({ [reveals]: needed });
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  await waitFor(() => {
    expect(screen.getByRole('status')).toHaveTextContent('Please prove it.');
  });
  expect(paths(asked)).toEqual([reveals]);
});

it('asks one time for all that wait, and repeats what was under way under the old token', async () => {
  let proved = false;
  let wasTooLate = false;
  const api = await open({
    [reveals]: () => (proved ? {} : needed()),
    'GET /api/defenders/SC-2027-001/history': async () => {
      if (wasTooLate) return { items: [] };
      wasTooLate = true;
      // The answer comes after the session has got its new token.
      while (!proved) await new Promise((resolve) => setTimeout(resolve, 0));
      await screen.findByText('opened');
      return problem(401, 'not-signed-in');
    },
    'POST /api/session/proof': () => {
      proved = true;
      return aSession();
    },
  });
  const history = call(defenders.history, { params: { code: 'SC-2027-001' } });
  const second = call(defenders.reveal, {
    params: { code: 'SC-2027-001' },
    body: { compartment: 'CONTACT', reason: 'the border asks' },
  });
  await answerWith('123456');
  await expect(second).resolves.toEqual({});
  await expect(history).resolves.toEqual({ items: [] });
  expect(paths(api.asked).filter((path) => path.endsWith('/proof'))).toHaveLength(1);
});
