import { writeFileSync } from 'node:fs';
import { accessMatrixPage } from './access-matrix.ts';

// `npm run access-matrix -w @shelter-city/api`: the policy as a page, so that a change of who may do what shows in a review.
writeFileSync(new URL('../../../docs/access-matrix.md', import.meta.url), accessMatrixPage());
