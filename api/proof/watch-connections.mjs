import { ChildProcess } from 'node:child_process';
import { Socket as DatagramSocket } from 'node:dgram';
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';
import process from 'node:process';

// Loaded into each process of the proof before anything of its own: every way out that Node.js has, written down with
// where it leads. A mail, a beacon, a look-up of a name or another program would each be a line.

const file = process.env['PROOF_WAYS_OUT'];
const say = (way) => {
  if (file !== undefined) appendFileSync(file, `${way}\n`);
};

function watch(prototype, name, wayOf) {
  const plain = prototype[name];
  prototype[name] = function watched(...all) {
    say(wayOf(all));
    return Reflect.apply(plain, this, all);
  };
}

/** `connect` takes a port and a host, a path, or options; inside Node.js an array of these. */
function addressIn([first, second]) {
  const given = Array.isArray(first) ? first[0] : first;
  if (typeof given === 'object') return given.path ?? `${given.host ?? 'localhost'}:${given.port}`;
  return typeof given === 'number' ? `${typeof second === 'string' ? second : 'localhost'}:${given}` : given;
}

watch(Socket.prototype, 'connect', (all) => `tcp ${addressIn(all)}`);
watch(DatagramSocket.prototype, 'send', () => 'udp');
watch(DatagramSocket.prototype, 'connect', () => 'udp');
watch(ChildProcess.prototype, 'spawn', ([options]) => `program ${options?.file}`);
