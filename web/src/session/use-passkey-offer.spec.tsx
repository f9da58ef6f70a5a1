import { jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const bytes = new Uint8Array([1, 2, 3]).buffer;
const used = {
  id: 'AQID',
  rawId: bytes,
  type: 'public-key',
  response: { clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: null },
  getClientExtensionResults: () => ({}),
};

type Ceremony = {
  readonly request: CredentialRequestOptions;
  readonly answer: (credential: unknown) => void;
  readonly fail: (failure: Error) => void;
};

/** A browser that knows passkeys, with every ceremony that the page begins. */
function browserThatKnowsPasskeys(hasList: boolean) {
  const ceremonies: Ceremony[] = [];
  Object.defineProperty(globalThis, 'PublicKeyCredential', {
    value: Object.assign(jest.fn(), {
      ...(hasList && { isConditionalMediationAvailable: () => Promise.resolve(true) }),
    }),
    configurable: true,
  });
  Object.defineProperty(navigator, 'credentials', {
    value: {
      get: (request: CredentialRequestOptions) =>
        new Promise((answer, fail) => {
          ceremonies.push({ request, answer, fail });
          request.signal?.addEventListener('abort', () => {
            fail(request.signal?.reason as Error);
          });
        }),
    },
    configurable: true,
  });
  return ceremonies;
}
const isOfList = ({ request }: Ceremony) => (request.mediation as string) === 'conditional';

async function open(answer: unknown, hasList = true) {
  const ceremonies = browserThatKnowsPasskeys(hasList);
  const api = fakeApi({
    'GET /api/session/welcome': { sampleData: false, signIns: [] },
    'POST /api/session/passkey/options': {
      challenge: 'AAAA',
      rpId: 'localhost',
      timeout: 300_000,
      userVerification: 'required',
    },
    'POST /api/session/passkey': answer,
  });
  const routes = () => [
    { path: '/sign-in', Component: SignInPage },
    { path: '*', element: <p>inside</p> },
  ];
  const page = await renderRoutes(routes, '/sign-in', null);
  const begun = (count: number) =>
    waitFor(() => {
      expect(ceremonies).toHaveLength(count);
    });
  return { ...page, ...api, ceremonies, begun };
}

it('offers passkeys in the list under the e-mail field, and signs in with the one that is chosen', async () => {
  const { ceremonies, begun, asked } = await open(aSession({ role: 'MANAGER' }));
  await begun(1);
  expect(isOfList(ceremonies[0]!)).toBe(true);
  expect(screen.getByLabelText('E-mail')).toHaveAttribute('autocomplete', 'username webauthn');
  ceremonies[0]!.answer(used);
  expect(await screen.findByText('inside')).toBeInTheDocument();
  expect(asked.some(({ path }) => path === '/api/session/passkey')).toBe(true);
});

it('gives way to the button, and comes back when nothing came of that', async () => {
  const { ceremonies, begun } = await open(aSession());
  await begun(1);
  fireEvent.click(screen.getByRole('button', { name: 'Use a passkey' }));
  await begun(2);
  expect(ceremonies.map(({ request }) => request.signal?.aborted)).toEqual([true, false]);
  expect(ceremonies.map(isOfList)).toEqual([true, false]);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  ceremonies[1]!.fail(new DOMException('dismissed', 'NotAllowedError'));
  expect(await screen.findByRole('alert')).toHaveTextContent('The device gave no passkey.');
  await begun(3);
  expect(isOfList(ceremonies[2]!)).toBe(true);
});

it('says why the one that was chosen opens nothing, and keeps quiet about what nobody asked for', async () => {
  const { ceremonies, begun } = await open(
    problem(403, 'passkey-refused', { detail: 'This passkey opens nothing here.' }),
  );
  await begun(1);
  ceremonies[0]!.answer(used);
  expect(await screen.findByRole('alert')).toHaveTextContent('This passkey opens nothing here.');
});

it('is taken back when one leaves, and is never made where the browser has no list', async () => {
  const { ceremonies, begun, unmount } = await open(aSession());
  await begun(1);
  unmount();
  expect(ceremonies[0]!.request.signal?.aborted).toBe(true);
  const other = await open(aSession(), false);
  await act(() => Promise.resolve());
  expect(other.asked.filter(({ path }) => path.includes('passkey'))).toEqual([]);
});

it('is made anew before its challenge grows old', async () => {
  jest.useFakeTimers();
  try {
    const { ceremonies } = await open(aSession());
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(ceremonies).toHaveLength(1);
    await act(() => jest.advanceTimersByTimeAsync(4 * 60_000));
    expect(ceremonies.map(({ request }) => request.signal?.aborted)).toEqual([true, false]);
    expect(ceremonies.map(isOfList)).toEqual([true, true]);
  } finally {
    jest.useRealTimers();
  }
});
