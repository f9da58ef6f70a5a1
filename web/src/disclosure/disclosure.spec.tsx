import type { DisclosureView } from '@shelter-city/contract/disclosure';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPart } from '../../test/render-page.tsx';
import { GrantsCard } from './grants-card.tsx';
import { SharingCard } from './sharing-card.tsx';
import { StandingCard } from './standing-card.tsx';

const at = '2027-03-01T09:00:00.000Z';
const ana = { id: '8f6f57c2-94f6-4b3e-8c9e-1f4b7f6f2b10', displayName: 'Ana' };
const aDisclosure = (more: Partial<DisclosureView> = {}): DisclosureView => ({
  sharing: { name: false, contact: false }, companions: [], stays: [], grants: [], standing: { onCase: true, openUntil: null }, alerts: [], noteGrants: [], ...more,
});

describe('what the person agreed to', () => {
  it('is nothing until it is written down, and each word is sent by itself', async () => {
    const { asked } = fakeApi({ 'PUT /api/defenders/amber-heron/sharing': aDisclosure({ sharing: { name: true, contact: false } }) });
    await renderPart(<SharingCard code="amber-heron" disclosure={aDisclosure()} />);
    const name = screen.getByRole('checkbox', { name: /name they go by/ });
    expect(name).not.toBeChecked();
    await userEvent.click(name);
    expect(asked.at(-1)).toMatchObject({ body: { name: true, contact: false } });
  });
});

describe('a case', () => {
  it('that one isn’t on opens by broken glass alone, and a short reason isn’t one', async () => {
    const { asked } = fakeApi({ 'POST /api/defenders/amber-heron/break-glass': aDisclosure({ standing: { onCase: false, openUntil: at } }) });
    await renderPart(<StandingCard code="amber-heron" disclosure={aDisclosure({ standing: { onCase: false, openUntil: null } })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Break glass' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'too short');
    await userEvent.click(dialog.getByRole('button', { name: 'Break glass' }));
    expect(asked).toEqual([]);
    await userEvent.type(dialog.getByRole('textbox'), ', and now long enough');
    await userEvent.click(dialog.getByRole('button', { name: 'Break glass' }));
    expect(asked.at(-1)).toMatchObject({ body: { reason: 'too short, and now long enough' } });
  });

  it('that was opened by somebody else says who and why until it is seen', async () => {
    const { asked } = fakeApi({ 'POST /api/defenders/amber-heron/acknowledgements': aDisclosure() });
    const alert = { id: ana.id, kind: 'GLASS_BROKEN' as const, by: ana, reason: 'The lead is away', at };
    await renderPart(<StandingCard code="amber-heron" disclosure={aDisclosure({ alerts: [alert] })} />);
    expect(screen.getByText('Ana')).toBeVisible();
    expect(screen.getByText(/The lead is away/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'I have seen this' }));
    expect(asked.at(-1)).toMatchObject({ body: { alerts: [alert.id] } });
  });
});

describe('a field', () => {
  it('can be opened only while a city has said yes, and taken back while it is open', async () => {
    const city = { id: ana.id, slug: 'utrecht', name: 'Utrecht' };
    const grant = { id: ana.id, city, stayId: ana.id, part: 'LEGAL_NAME' as const, reason: 'The town hall asks', grantedBy: ana, grantedAt: at, expiresAt: at, withdrawnAt: null, withdrawnBy: null, isOpen: true };
    fakeApi({});
    const { unmount } = await renderPart(<GrantsCard code="amber-heron" disclosure={aDisclosure({ grants: [grant, { ...grant, id: city.slug, isOpen: false }] })} />);
    expect(screen.queryByRole('button', { name: 'Open a field' })).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Take back' })).toHaveLength(1);
    unmount();
    await renderPart(<GrantsCard code="amber-heron" disclosure={aDisclosure({ stays: [{ id: ana.id, city, status: 'IN_STAY' }] })} />);
    expect(screen.getByRole('button', { name: 'Open a field' })).toBeVisible();
  });
});
