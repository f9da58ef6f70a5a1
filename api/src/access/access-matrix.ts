import { actions } from '@shelter-city/contract/actions';
import { endpointGroups } from '@shelter-city/contract/endpoints';
import { roles, type Role } from '@shelter-city/contract/vocabulary';
import { isOpen, reachOf, type Reach } from './policy.ts';
import { needsStepUp } from './step-up.ts';

const inWords: Readonly<Record<Reach, string>> = {
  everywhere: 'all',
  'own-city': 'own city',
  own: 'own',
};
const columns: Readonly<Record<Role, string>> = {
  COORDINATOR: 'coordinator',
  CITY_PARTNER: 'city partner',
  MANAGER: 'manager',
  ADMIN: 'administrator',
};

/** The policy as the table of docs/access-matrix.md: each action with its operations, and how far each role reaches. */
export function accessMatrix(): string {
  const endpoints = Object.values(endpointGroups).flatMap((group) => Object.values(group));
  const lines = actions.map((action) => {
    const operations = endpoints
      .filter((endpoint) => endpoint.action === action)
      .map(({ method, path }) => `\`${method} ${path}\``);
    const cells = roles.map((role) => {
      if (isOpen(action)) return 'anyone';
      const reach = reachOf(role, action);
      return reach === null ? '–' : inWords[reach];
    });
    return [`\`${action}\``, operations.join('<br>'), ...cells, needsStepUp.has(action) ? 'yes' : ''];
  });
  const head = ['action', 'operations', ...roles.map((role) => columns[role]), 'fresh proof'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The whole of docs/access-matrix.md. */
export const accessMatrixPage = (): string => `# The access matrix

Printed from the policy table (\`api/src/access/policy.ts\`) by \`npm run access-matrix -w @shelter-city/api\`; a spec compares it.
What isn't here is refused, and a route without a row stops the start. *all*: everything of the kind, which row-level security
narrows once more (a restricted risk note, somebody on a do-not-share list); *own city*: what lies in the partner's own city, as far
as the stay's phase opens it; *own*: one's own account and sessions. *fresh proof*: who is there was shown within the last ten minutes.

${accessMatrix()}
`;
