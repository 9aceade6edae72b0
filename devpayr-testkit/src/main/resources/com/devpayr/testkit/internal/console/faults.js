import { call, state } from './api.js';
import { byId, el, field, form, showStatus, select } from './dom.js';
import { action, toggle } from './parts.js';

const RESPONSES = {
  s503: { label: '503 Service Unavailable', status: 503, body: '{"message":"Service Unavailable"}' },
  s500: { label: '500 Server Error', status: 500, body: '{"message":"Server Error"}' },
  s429: { label: '429 Too Many Requests, Retry-After 5', status: 429, retry_after: 5, body: '{"message":"Too Many Attempts."}' },
  s401: { label: '401 Unauthorized', status: 401, body: '{"message":"Unauthenticated."}' },
  s403: { label: '403 Forbidden', status: 403, body: '{"message":"Forbidden"}' },
  s404: { label: '404 Not Found', status: 404, body: '{"message":"Not found"}' },
  proxy: { label: '502 with an HTML page of a proxy', status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
  html: { label: '200 with an HTML page', status: 200, body: '<html>Please log in.</html>' },
  half: { label: '200 with truncated JSON', status: 200, body: '{"status":"success","data":{"id":' },
  disconnect: { label: 'No response, connection closed', status: 0 },
};

let current = null;

export function updateFaults(faults) {
  const changed = JSON.stringify(current) !== JSON.stringify(faults);
  current = faults;
  const count = Object.values(faults.stubs).reduce((sum, each) => sum + each, 0)
    + (faults.cached_reads ? 1 : 0) + (faults.requests === null ? 0 : 1);
  byId('fault-count').textContent = count === 0 ? '' : ` (${count})`;
  if (changed) {
    byId('stubs')?.replaceChildren(...stubs());
  }
}

export async function showFaults(main) {
  main.append(
    el('h2', {}, 'Faults'),
    el('section', { class: 'card', 'aria-labelledby': 'stubs-title' },
      el('h3', { id: 'stubs-title' }, 'Stub responses'),
      el('p', { class: 'quiet' }, 'Responses to the next requests of an operation, instead of the real ones.'),
      form({ id: 'new-stub', class: 'grid' }, async values => {
        const { label, ...response } = RESPONSES[values.get('response')];
        updateFaults(await call('POST', 'stub-responses', {
          ...response,
          operation: values.get('operation'),
          executions: values.get('executions'),
          times: values.get('times'),
        }));
        showStatus('Stub response added.');
      },
      field('Operation', select('operation', state.operations.map(id => [id, id]))),
      field('Response', select('response', Object.entries(RESPONSES).map(([id, response]) => [id, response.label]))),
      field('Process the request first', select('executions', [['0', 'no'], ['1', 'once'], ['2', 'twice']])),
      field('Times', el('input', { name: 'times', type: 'number', min: 1, max: 1000, value: 1 })),
      el('button', { type: 'submit' }, 'Add stub response')),
      el('div', { id: 'stubs' }, stubs())),
    el('section', { class: 'card', 'aria-labelledby': 'limit-title' },
      el('h3', { id: 'limit-title' }, 'Rate limit'),
      form({ id: 'rate-limit', class: 'grid' }, async values => {
        updateFaults(await call('PUT', 'rate-limit', { requests: values.get('requests'), seconds: values.get('seconds') }));
        showStatus('Rate limit set.');
      },
      field('Requests per credential', el('input', { name: 'requests', type: 'number', min: 0, value: current?.requests ?? 60 })),
      field('Window in seconds', el('input', { name: 'seconds', type: 'number', min: 1, value: current?.seconds ?? 60 })),
      el('div', { class: 'row' },
        el('button', { type: 'submit' }, 'Set rate limit'),
        action('Remove rate limit', async () => {
          updateFaults(await call('DELETE', 'rate-limit'));
          showStatus('Rate limit removed.');
        })))),
    el('section', { class: 'card', 'aria-labelledby': 'cache-title' },
      el('h3', { id: 'cache-title' }, 'Cached reads'),
      el('p', { class: 'quiet' }, 'Caches reads of single resources for 15 minutes and ignores identical project updates for 60 minutes, as the real platform does.'),
      toggle('Reads are cached', 'Cache reads', current?.cached_reads ?? false,
        async on => updateFaults(await call('PUT', 'cached-reads', { on })))));
}

function stubs() {
  const rows = Object.entries(current?.stubs ?? {});
  return rows.length === 0
    ? [el('p', { class: 'quiet' }, 'No stub responses.')]
    : [el('ul', {}, rows.map(([operation, count]) => el('li', {}, el('code', {}, operation), ` × ${count}`))),
      action('Remove all', async () => updateFaults(await call('DELETE', 'stub-responses')))];
}
