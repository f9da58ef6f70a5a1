import { connect, type Socket } from 'node:net';

/** What is asked: whole HTTP requests as texts, over so many connections, each used again and again. */
export type Plan = {
  readonly port: number;
  readonly connections: number;
  readonly requests: readonly string[];
  /** So long, beginning anew at the end of the list; without it each request is sent once. */
  readonly seconds?: number;
};

/** How long each answer took, and how long all of them together. */
export type Load = { readonly milliseconds: readonly number[]; readonly seconds: number };

/** What the load's process answers: a load, or why there was none. */
export type LoadAnswer = { readonly load: Load } | { readonly failure: string };

/** One kept-alive connection that sends a request, waits for its whole answer and sends the next. */
class Connection {
  private readonly socket: Socket;
  private head = '';
  /** Bytes of the body still to come; before the head is whole, nothing is known of them. */
  private missing: number | null = null;
  private settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => { this.take(chunk as Buffer); });
    this.socket.on('error', (error) => this.settle?.reject(error));
    this.socket.on('close', () => this.settle?.reject(new Error('The server closed a connection')));
  }

  ask(request: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.head = '';
      this.missing = null;
      this.socket.write(request);
    });
  }

  end(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    let bytes = chunk.length;
    if (this.missing === null) {
      // Bytes as letters: one each, so that what is left over can be counted.
      this.head += chunk.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (end === -1) return;
      bytes = this.head.length - end - 4;
      const length = /\r\ncontent-length: (\d+)/i.exec(this.head)?.[1];
      if (!/^HTTP\/1\.1 2/.test(this.head) || length === undefined) {
        this.settle?.reject(new Error(this.head.slice(0, 3_000)));
        return;
      }
      this.missing = Number(length);
    }
    this.missing -= bytes;
    if (this.missing === 0) this.settle?.resolve();
  }
}

async function load({ port, connections, requests, seconds }: Plan): Promise<Load> {
  const milliseconds: number[] = [];
  let next = 0;
  const begin = performance.now();
  const end = seconds === undefined ? Infinity : begin + seconds * 1_000;
  const worker = async () => {
    const connection = new Connection(port);
    try {
      while (performance.now() < end && (seconds !== undefined || next < requests.length)) {
        const request = requests[next % requests.length] ?? '';
        next += 1;
        const sent = performance.now();
        await connection.ask(request);
        milliseconds.push(performance.now() - sent);
      }
    } finally {
      connection.end();
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { milliseconds, seconds: (performance.now() - begin) / 1_000 };
}

// A process of its own, so that what asks doesn't share a thread with what answers. One plan at a time.
process.on('message', (plan: Plan) => {
  const answer = (message: LoadAnswer) => process.send?.(message);
  load(plan).then(
    (done) => answer({ load: done }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
