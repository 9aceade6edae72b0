import { ask, state } from './api.js';
import { byId, el, field, form, say, select } from './dom.js';
import { action, toggle } from './parts.js';

const ANSWERS = {
  s503: { label: '503 Service Unavailable', status: 503, body: '{"message":"Service Unavailable"}' },
  s500: { label: '500 Server Error', status: 500, body: '{"message":"Server Error"}' },
  s429: { label: '429 Too Many Requests, Retry-After 5', status: 429, retry_after: 5, body: '{"message":"Too Many Attempts."}' },
  s401: { label: '401 Unauthorized', status: 401, body: '{"message":"Unauthenticated."}' },
  s403: { label: '403 Forbidden', status: 403, body: '{"message":"Forbidden"}' },
  s404: { label: '404 Not Found', status: 404, body: '{"message":"Not found"}' },
  proxy: { label: '502 with a proxy’s HTML page', status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
  html: { label: '200 with an HTML page', status: 200, body: '<html>Please log in.</html>' },
  half: { label: '200 with half of a JSON document', status: 200, body: '{"status":"success","data":{"id":' },
  hangup: { label: 'no answer: hang up', status: 0 },
};

let current = null;

export function updateFaults(faults) {
  const changed = JSON.stringify(current) !== JSON.stringify(faults);
  current = faults;
  const count = Object.values(faults.prepared).reduce((sum, each) => sum + each, 0)
    + (faults.stale_reads ? 1 : 0) + (faults.requests === null ? 0 : 1);
  byId('fault-count').textContent = count === 0 ? '' : ` (${count})`;
  if (changed) {
    byId('prepared')?.replaceChildren(...prepared());
  }
}

export async function showFaults(main) {
  main.append(
    el('h2', {}, 'Faults'),
    el('section', { class: 'card', 'aria-labelledby': 'answers-title' },
      el('h3', { id: 'answers-title' }, 'Next answers'),
      el('p', { class: 'quiet' }, 'What the next requests of an operation are answered instead of the truth.'),
      form({ id: 'new-answer', class: 'grid' }, async values => {
        const { label, ...answer } = ANSWERS[values.get('answer')];
        updateFaults(await ask('POST', 'answers', {
          ...answer,
          operation: values.get('operation'),
          executions: values.get('executions'),
          times: values.get('times'),
        }));
        say('Prepared.');
      },
      field('Operation', select('operation', state.operations.map(id => [id, id]))),
      field('Answer', select('answer', Object.entries(ANSWERS).map(([id, answer]) => [id, answer.label]))),
      field('The platform acts before it', select('executions', [['0', 'not at all'], ['1', 'once'], ['2', 'twice']])),
      field('Times', el('input', { name: 'times', type: 'number', min: 1, max: 1000, value: 1 })),
      el('button', { type: 'submit' }, 'Prepare answer')),
      el('div', { id: 'prepared' }, prepared())),
    el('section', { class: 'card', 'aria-labelledby': 'limit-title' },
      el('h3', { id: 'limit-title' }, 'Rate limit'),
      form({ id: 'rate-limit', class: 'grid' }, async values => {
        updateFaults(await ask('PUT', 'rate-limit', { requests: values.get('requests'), seconds: values.get('seconds') }));
        say('The rate is limited.');
      },
      field('Requests of each credential', el('input', { name: 'requests', type: 'number', min: 0, value: current?.requests ?? 60 })),
      field('In so many seconds', el('input', { name: 'seconds', type: 'number', min: 1, value: current?.seconds ?? 60 })),
      el('div', { class: 'row' },
        el('button', { type: 'submit' }, 'Limit the rate'),
        action('Lift the limit', async () => {
          updateFaults(await ask('DELETE', 'rate-limit'));
          say('The rate is not limited.');
        })))),
    el('section', { class: 'card', 'aria-labelledby': 'stale-title' },
      el('h3', { id: 'stale-title' }, 'Stale reads'),
      el('p', { class: 'quiet' }, 'Single reads come from a cache of 15 minutes, and a repeated project update is ignored for 60, as on the real platform.'),
      toggle('Reads are stale', 'Stale reads', current?.stale_reads ?? false,
        async on => updateFaults(await ask('PUT', 'stale-reads', { on })))));
}

function prepared() {
  const rows = Object.entries(current?.prepared ?? {});
  return rows.length === 0
    ? [el('p', { class: 'quiet' }, 'None is prepared.')]
    : [el('ul', {}, rows.map(([operation, count]) => el('li', {}, el('code', {}, operation), ` × ${count}`))),
      action('Take all back', async () => updateFaults(await ask('DELETE', 'answers')))];
}
