import path from 'node:path';
import { keyFile } from './sample.ts';

/** Where the API appends the audit chain's anchors, as it decides it itself. */
export const anchorFile =
  process.env['ANCHOR_FILE'] ?? path.join(path.dirname(keyFile), 'audit-anchors.jsonl');
