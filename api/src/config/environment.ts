import path from 'node:path';
import { z } from 'zod';
import { findDangerousSettings } from './dangerous-settings.ts';

const schema = z.object({
  DATABASE_URL: z.url(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The folder of the built pages; without it, or with an empty text, only the API answers. */
  WEB_ROOT: z.string().optional(),
  KEY_FILE: z.string(),
  /** Where the audit chain's signed anchors are appended: outside the database, beside the keys when not given. */
  ANCHOR_FILE: z.string().optional(),
  /** What the browser shows in its address bar: unsafe requests from elsewhere are refused. */
  PUBLIC_ORIGIN: z.url().optional(),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Addresses or networks of the proxies in front of us, by commas: only they may say who the client is. */
  TRUSTED_PROXIES: z.string().optional(),
  /** Must be said where made-up people with known passwords are served in production, to show the software. */
  SAMPLE_DATA: z.enum(['yes', 'no']).default('no'),
  /** What JavaScript may keep while it makes one plan; its solver takes up to 2 GiB beside it. */
  PLAN_MEMORY_MB: z.coerce.number().int().min(4).max(8192).default(768),
  /** A plan that took so long is shown as it is then, with how good it could have become. */
  PLAN_SECONDS: z.coerce.number().int().min(1).max(3600).default(120),
  POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
});

/** Says which settings are wrong, and how. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

/** The settings of this process. */
export const environmentOfProcess = (): Environment => new Environment(process.env);

/** The settings of this process, checked once at start: a wrong one stops it with a list of what is wrong. */
export class Environment {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly webRoot: string | undefined;
  readonly keyFile: string;
  readonly anchorFile: string;
  readonly publicOrigin: string;
  readonly poolSize: number;
  readonly planMemoryMb: number;
  /** Units: milliseconds. */
  readonly longestPlan: number;
  readonly trustedProxies: readonly string[];
  /** Whether accounts with known passwords may be in the database. */
  readonly sampleAccountsAllowed: boolean;

  constructor(source: Readonly<Record<string, string | undefined>>) {
    const parsed = schema.safeParse(source);
    if (!parsed.success)
      throw new WrongSettings(`Wrong settings\n${z.prettifyError(parsed.error)}`);
    const { data } = parsed;
    const dangers = findDangerousSettings(data);
    if (dangers.length > 0) throw new WrongSettings(dangers.join('\n'));
    this.databaseUrl = data.DATABASE_URL;
    this.port = data.PORT;
    this.host = data.HOST;
    this.webRoot = data.WEB_ROOT === '' ? undefined : data.WEB_ROOT;
    this.keyFile = data.KEY_FILE;
    this.anchorFile =
      data.ANCHOR_FILE ?? path.join(path.dirname(data.KEY_FILE), 'audit-anchors.jsonl');
    this.publicOrigin = data.PUBLIC_ORIGIN ?? `http://localhost:${String(data.PORT)}`;
    this.poolSize = data.POOL_SIZE;
    this.planMemoryMb = data.PLAN_MEMORY_MB;
    this.longestPlan = data.PLAN_SECONDS * 1000;
    this.sampleAccountsAllowed = data.NODE_ENV !== 'production' || data.SAMPLE_DATA === 'yes';
    this.trustedProxies = data.TRUSTED_PROXIES?.split(',').map((proxy) => proxy.trim()) ?? [];
  }

  /** Whether the browser talks to us over TLS: then cookies say so. */
  get secure(): boolean {
    return this.publicOrigin.startsWith('https:');
  }
}
