import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPart } from '../../test/render-page.tsx';
import { PasskeysCard } from './passkeys-card.tsx';

const laptop = {
  id: '8d6f2f2e-3f0e-4a39-9f0f-0b8d8d1f1a01',
  name: 'Laptop',
  createdAt: '2027-01-01T08:00:00.000Z',
  lastUsedAt: null,
};
const one = `/api/passkeys/${laptop.id}`;
const options = {
  challenge: 'AAAA',
  rp: { id: 'localhost', name: 'Shelter City' },
  user: { id: 'AAAA', name: 'somebody@sample.invalid', displayName: 'Somebody' },
  pubKeyCredParams: [{ alg: -7, type: 'public-key' }],
  timeout: 300_000,
  attestation: 'none',
  excludeCredentials: [],
  authenticatorSelection: {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  },
};
const bytes = new Uint8Array([1, 2, 3]).buffer;
const made = {
  id: 'AQID',
  rawId: bytes,
  type: 'public-key',
  response: { clientDataJSON: bytes, attestationObject: bytes, getTransports: () => ['internal'] },
  getClientExtensionResults: () => ({}),
};

/** A browser that knows passkeys, with a device behind it. */
function deviceThat(answers: () => Promise<unknown>) {
  Object.defineProperty(globalThis, 'PublicKeyCredential', {
    value: jest.fn(),
    configurable: true,
  });
  Object.defineProperty(navigator, 'credentials', {
    value: { create: jest.fn(answers) },
    configurable: true,
  });
}

it('adds a passkey under a name of one’s own', async () => {
  deviceThat(() => Promise.resolve(made));
  const { asked } = fakeApi({
    'GET /api/passkeys': { items: [] },
    'POST /api/passkeys/options': options,
    'POST /api/passkeys': { items: [laptop] },
  });
  await renderPart(<PasskeysCard />);
  expect(await screen.findByText(/None yet/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Add a passkey' }));
  await userEvent.type(await screen.findByLabelText('Name of the passkey'), 'Laptop');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  expect(
    asked.find(({ method, path }) => `${method} ${path}` === 'POST /api/passkeys')?.body,
  ).toEqual({
    name: 'Laptop',
    credentialId: 'AQID',
    clientDataJson: 'AQID',
    attestationObject: 'AQID',
    transports: ['internal'],
  });
});

it('says so when the device gives none, and keeps the name', async () => {
  deviceThat(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  fakeApi({ 'GET /api/passkeys': { items: [] }, 'POST /api/passkeys/options': options });
  await renderPart(<PasskeysCard />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }));
  await userEvent.type(await screen.findByLabelText('Name of the passkey'), 'Laptop');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The device gave no passkey');
  expect(screen.getByLabelText('Name of the passkey')).toHaveValue('Laptop');
});

it('renames one, and does not remove the last way in', async () => {
  const { asked } = fakeApi({
    'GET /api/passkeys': { items: [laptop] },
    [`PATCH ${one}`]: { done: true },
    [`DELETE ${one}`]: problem(409, 'last-way-in', { detail: 'Add another first.' }),
  });
  await renderPart(<PasskeysCard />);
  await userEvent.click(await screen.findByRole('button', { name: 'Rename Laptop' }));
  const field = await screen.findByLabelText('Name of the passkey');
  await userEvent.clear(field);
  await userEvent.type(field, 'The blue one');
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
  await waitFor(() => {
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'The blue one' });
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Laptop' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Add another first.');
});
