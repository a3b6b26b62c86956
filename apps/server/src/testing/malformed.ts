import { type Operation, operationNames, operations, type Random } from '@ringdesk/shared';

/** One thing no well-meaning client sends; bytes go as a binary frame. */
export type Frame = string | Uint8Array<ArrayBuffer>;

const eventNames = [
  ...operationNames,
  'surely.unknown',
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
  'error',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
];

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Values in JSON that stand where an object is expected. */
export const oddValues: readonly string[] = [
  'null',
  'true',
  '7',
  '-1e999',
  '""',
  '"x"',
  '[]',
  '[[]]',
  '{}',
  '{"callId":null}',
  '{"callId":{"$ne":null}}',
  '{"callId":["call_1"]}',
  '{"callId":"call_nobody"}',
  '{"callId":"call_nobody","afterSeq":-1}',
  '{"callId":"call_nobody","afterSeq":1e308}',
  '{"callId":"call_nobody","afterSeq":4294967296}',
  '{"callId":"call_nobody","text":"\\u0000","version":1}',
  '{"callId":"call_nobody","text":"\\ud800","version":1}',
  '{"callId":"call_nobody","disposition":"\\u0000"}',
  '{"__proto__":{"callId":"call_1"}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"presence":"away","reason":"\\u0000"}',
  '{"token":"\\u0000"}',
  '{"toString":1,"callId":"call_1"}',
  '{"_placeholder":true,"num":0}',
  `{"callId":"${'x'.repeat(5_000)}"}`,
  deep(500),
  deep(20_000),
  `{"a":${deep(2_000)}}`,
];

/** Each address of the contract as method and path, with an id that nobody has. */
export const addresses: readonly { readonly method: string; readonly path: string }[] =
  operationNames.flatMap((name) => {
    const { http }: Operation = operations[name];
    if (http === undefined) return [];
    const path = http.path.replace(/:\w+/g, 'call_nobody');
    return [{ method: http.method, path: http.isAtRoot === true ? path : `/api/v1${path}` }];
  });

/** One frame of the wire's lower layers, made by chance. */
export function malformedFrame(random: Random): Frame {
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)] as Value;
  const digits = () => pick(['', '0', '1', '7', '99', '-1', '1e9', '99999999999999999999', '0x10', '١']);
  const name = () => JSON.stringify(pick(eventNames));
  const nsp = () =>
    pick([
      '',
      '/desk,',
      '/desk',
      '/desk,,',
      '/nowhere,',
      '/__proto__,',
      '/desk?a=b,',
      `/${'x'.repeat(300)},`,
      '/desk,/desk,',
    ]);
  const args = () => Array.from({ length: Math.floor(random() * 4) }, () => pick(oddValues)).join(',');
  const event = () => `[${name()}${random() < 0.9 ? ',' : ''}${args()}]`;
  const kinds: readonly (() => Frame)[] = [
    () => `4${pick(['0', '1', '2', '3', '4', '5', '6', '7', '9', 'a', ''])}${nsp()}${digits()}${event()}`,
    () => `42/desk,${Math.floor(random() * 100)}${event()}`,
    () => `42/desk,${Math.floor(random() * 100)}[${name()},${pick(oddValues)}]`,
    () => `42/desk,[${pick(['7', 'null', '{}', '[]', 'true', ''])}${pick(['', ',', ',{}'])}]`,
    () => `45${pick(['0', '1', '11', '1000000', '-1', '1.5', ''])}-${nsp()}${digits()}${event()}`,
    () => `46${pick(['1', '11', '999'])}-/desk,1[{"_placeholder":true,"num":${digits()}}]`,
    () => `43/desk,${digits()}[${args()}]`,
    () => `40${nsp()}${pick(oddValues)}`,
    () => `41${nsp()}`,
    () => `44/desk,${pick(oddValues)}`,
    () =>
      pick([
        '',
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '9',
        'b',
        'bAAAA',
        '2probe',
        '3probe',
        'x',
        '4',
        '42',
        '42[',
        '42["',
        '\u0000',
        '🙂',
        '4🙂',
      ]),
    () => `42/desk,${'['.repeat(1 + Math.floor(random() * 3_000))}`,
    () =>
      `42/desk,1["call.note",{"callId":"call_1","version":1,"text":"${'x'.repeat(pick([10, 20_001, 60_000]))}"}]`,
    () => Uint8Array.from({ length: Math.floor(random() * 64) }, () => Math.floor(random() * 256)),
    () => Uint8Array.from(Buffer.from(`4${digits()}2/desk,${event()}`)),
    () =>
      Array.from({ length: Math.floor(random() * 200) }, () =>
        String.fromCodePoint(Math.floor(random() * 0x3000)),
      ).join(''),
  ];
  // A frame beyond the limit closes its socket, as it should: seldom, so that the others are heard too.
  return random() < 0.004 ? `42/desk,1["call.note","${'x'.repeat(200_000)}"]` : pick(kinds)();
}

/** One request as bytes, malformed by chance; `host` is the server's own. */
export function malformedRequest(random: Random, host: string): string {
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)] as Value;
  const paths = [
    '/',
    ...addresses.map(({ path }) => path),
    '/socket.io/?EIO=4&transport=websocket',
    '/socket.io/?EIO=3',
    '/socket.io/?EIO=4&transport=__proto__',
    '/socket.io/?EIO=4&transport=polling&sid=x',
    '/%00',
    '/%',
    '/%ff',
    '/..%2f..%2fetc/passwd',
    '//evil',
    '/docs/../../x',
    `/${'a'.repeat(9_000)}`,
    '/api/v1/calls?limit=%F0%28',
    '/api/v1/calls?__proto__[x]=1',
    '/api/v1/calls?limit[]=1',
    '/api/v1/calls?cursor=WyIwMDAwLTAxLTAxVDAwOjAwOjAwWiIsImNhbGxfMSJd',
    '/api/v1/calls?from=0000-01-01T00:00:00Z',
    '/health/ready',
    '*',
    'http://evil.example/',
  ];
  const method = () =>
    pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'BREW', 'get', '']);
  const header = () =>
    pick([
      'Content-Type: application/json',
      'Content-Type: application/json;;;',
      'Content-Type:\tapplication/json',
      'Content-Type: ',
      'Content-Length: 5',
      'Content-Length: -1',
      'Content-Length: 99999999999',
      'Content-Length: 3\r\nContent-Length: 4',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: chunked, identity',
      'Authorization: Bearer',
      'Authorization: Bearer a b c',
      `Authorization: Bearer ${'x'.repeat(3_000)}`,
      'Authorization: \u0001',
      'Upgrade: websocket\r\nConnection: Upgrade',
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13',
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99',
      'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings',
      'Expect: 100-continue',
      'Expect: anything',
      'X-Request-Id: \u0007',
      `X-Request-Id: ${'y'.repeat(2_000)}`,
      'Origin: null',
      'Cookie: a',
      'Accept: */*, text/html;q=zzz',
      'Range: bytes=9-1',
      'If-None-Match: "',
      ' Folded: x',
      'NoColon',
      ': empty',
      'Origin: app://ringdesk',
    ]);
  const body = () =>
    pick([
      '',
      '{',
      '{"role":',
      '[]',
      'null',
      '{"role":"rep","__proto__":{"x":1}}',
      '{"role":"rep","role":"admin"}',
      '{"role":"rep","name":"\\u0000"}',
      '{"role":{"$gt":""}}',
      '5\r\nhello\r\n0\r\n\r\n',
      'zz\r\n',
      `{"name":${deep(5_000)}}`,
      '\ufeff{}',
      '\u0000\u0001',
    ]);
  const many = random() < 0.05 ? Array.from({ length: 2_000 }, (_, i) => `X-${i}: y`) : [];
  const long = random() < 0.03 ? [`Sec-WebSocket-Extensions: ${'permessage-deflate; '.repeat(2_500)}`] : [];
  const lines = [...Array.from({ length: Math.floor(random() * 5) }, header), ...many, ...long];
  const first = `${method()} ${pick(paths)} ${pick(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', 'HTTP', ''])}`;
  return [first, random() < 0.9 ? `Host: ${host}` : 'X: y', ...lines, '', body()].join('\r\n');
}
