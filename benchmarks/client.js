// Checks licenses over Node's http module in an endless loop, for benchmarks/peer.
//     node client.js <base URL> [<callers>]
const http = require('http');

const url = new URL('project/has-paid?action=check_project', process.argv[2]);
const callers = Number(process.argv[3] || 1);
const body = '{}';
const options = {
  method: 'POST',
  agent: new http.Agent({ keepAlive: true, maxSockets: callers }),
  headers: {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'X-License-Key': 'a-license-key',
    'X-Devpayr-Domain': 'shop.example.com',
  },
};

function check() {
  const request = http.request(url, options, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => {
      JSON.parse(Buffer.concat(chunks));
      check();
    });
  });
  request.on('error', (failure) => {
    console.error(failure.message);
    process.exit(1);
  });
  request.end(body);
}

for (let caller = 0; caller < callers; caller++) {
  check();
}
