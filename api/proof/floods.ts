import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { startLoader } from '../bench/stage.ts';
import { counted, type Finding, type Part } from './part.ts';
import type { Api } from './stage.ts';

/** What an honest reader may wait at most, however many others misbehave. */
const p99AtMost = 300;
const each = 20;

/** How a socket ended: what it was told, and after how long it was closed. */
type Ended = { readonly said: string; readonly milliseconds: number };

/** Sends bytes as `write` likes and waits until the server closes, or for 25 seconds. */
function attack(api: Api, write: (socket: Socket) => void): Promise<Ended> {
  const begin = performance.now();
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(api.port, '127.0.0.1', () => {
      write(socket);
    });
    const end = () => {
      clearTimeout(late);
      socket.destroy();
      resolve({ said, milliseconds: performance.now() - begin });
    };
    const late = setTimeout(end, 25_000);
    socket.on('data', (data) => {
      said += data.toString('latin1').slice(0, 200);
    });
    socket.once('error', end).once('close', end);
  });
}

const post = (length: number, more = '') =>
  `POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n${more}Content-Length: ${String(length)}\r\n\r\n`;

/** A byte now and then, so that the connection never is idle. */
function dribble(socket: Socket, head: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write('a'), 1_000);
  socket.once('close', () => {
    clearInterval(timer);
  });
}

type Flood = {
  readonly what: string;
  readonly count: number;
  /** So many at once. */
  readonly abreast: number;
  readonly write: (socket: Socket) => void;
  /** Whether it was refused, by its answer or by being cut off. */
  readonly refused: (ended: Ended) => boolean;
};

const withStatus = (status: number) => (ended: Ended) =>
  ended.said.startsWith(`HTTP/1.1 ${String(status)} `) ||
  (ended.said === '' && ended.milliseconds < 15_000);
const body = (text: string) => (socket: Socket) =>
  socket.write(post(Buffer.byteLength(text)) + text);
const manyKeys = JSON.stringify(
  Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${String(at)}`, 1])),
);
const smallKeys = JSON.stringify(
  Object.fromEntries(Array.from({ length: 7_000 }, (_, at) => [at, 1])),
);

const slow: readonly Flood[] = [
  {
    what: 'slow headers cut off within 12 s',
    count: 200,
    abreast: 200,
    write: (socket) => {
      dribble(socket, 'GET /api/today HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    },
    refused: ({ milliseconds }) => milliseconds < 12_000,
  },
  {
    what: 'slow bodies cut off within 20 s',
    count: 100,
    abreast: 100,
    write: (socket) => {
      dribble(socket, `${post(5_000)}{"email":"`);
    },
    refused: ({ milliseconds }) => milliseconds < 20_000,
  },
];
const large: readonly Flood[] = [
  {
    what: 'bodies of 10 MB',
    count: each,
    abreast: 4,
    write: body('"'.padEnd(10 * 1024 * 1024, 'x')),
    refused: withStatus(413),
  },
  {
    what: 'bodies of 100,000 keys',
    count: each,
    abreast: 4,
    write: body(manyKeys),
    refused: withStatus(413),
  },
  {
    what: 'bodies of 64 KB with 7,000 keys',
    count: each,
    abreast: 4,
    write: body(smallKeys.slice(0, 60_000) + '}'),
    refused: withStatus(413),
  },
  {
    what: 'bodies 10,000 deep',
    count: each,
    abreast: 4,
    write: body('['.repeat(10_000) + ']'.repeat(10_000)),
    refused: withStatus(413),
  },
  {
    what: 'headers of 1 MB',
    count: each,
    abreast: 4,
    write: (socket) => socket.write(post(2, `X-Big: ${'x'.repeat(1024 * 1024)}\r\n`) + '{}'),
    refused: withStatus(431),
  },
];

/** Runs one flood to its end. */
async function flood(api: Api, { what, count, abreast, write, refused }: Flood): Promise<Finding> {
  const ended: Ended[] = [];
  let left = count;
  const attacker = async () => {
    while (left > 0) {
      left -= 1;
      ended.push(await attack(api, write));
    }
  };
  await Promise.all(Array.from({ length: abreast }, attacker));
  const through = ended.filter((one) => !refused(one));
  return counted(
    what,
    count,
    through.map(
      ({ said, milliseconds }) =>
        `after ${String(Math.round(milliseconds))} ms: ${said.slice(0, 60)}`,
    ),
  );
}

const percentile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Infinity;

/** Slow and huge clients beside honest ones. */
export const floods: Part = {
  name: 'floods',
  async run(stage) {
    const system = await stage.system('proof_floods');
    const [api] = system.apis;
    const { cookie } = await system.signedInAs('COORDINATOR');
    const loader = startLoader();
    try {
      const requests = [`GET /api/today HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`];
      const plan = { port: api.port, connections: 6, requests };
      const calm = await loader.run({ ...plan, seconds: 3 });
      const slowly = Promise.all(slow.map((one) => flood(api, one)));
      const honest = loader.run({ ...plan, seconds: 20 });
      await pause(500);
      const findings: Finding[] = [];
      for (const one of large) findings.push(await flood(api, one));
      const { milliseconds } = await honest;
      findings.push(...(await slowly));
      const p99 = percentile(milliseconds, 0.99);
      return [
        ...findings,
        {
          what: `honest p99 meanwhile, of ${milliseconds.length.toLocaleString('en')} requests (calm: ${percentile(calm.milliseconds, 0.99).toFixed(0)} ms)`,
          figure: `${p99.toFixed(0)} ms`,
          violations: p99 < p99AtMost ? [] : [`more than ${String(p99AtMost)} ms`],
        },
      ];
    } finally {
      await loader.stop();
      await system.stop();
    }
  },
};
