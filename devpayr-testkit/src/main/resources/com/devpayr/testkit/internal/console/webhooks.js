import { call, state } from './api.js';
import { badge, cell, el, table, time } from './dom.js';
import { action, pager, webhook } from './parts.js';

export async function showWebhooks(main) {
  const target = await call('GET', `accounts/${state.account}/webhook`);
  const list = el('div');
  main.append(
    el('h2', {}, 'Webhooks'),
    el('p', { class: 'quiet' }, 'A project sends its webhooks to its own URL, else to the one below.'),
    webhook(target.webhook_url, target.has_webhook_secret, values => call('PATCH', `accounts/${state.account}/webhook`, values)),
    list);
  await pager(list, async () => ({ data: (await call('GET', 'webhooks')).webhooks, next_cursor: null }), 'No webhooks yet.', rows =>
    table('Webhooks', ['Event', 'Delivery', 'Actions'], rows.map(row => webhookRow(row, () => list.dispatchEvent(new Event('reload'))))));
}

function webhookRow(row, reload) {
  return el('tr', { 'data-webhook': row.id },
    cell('Event', el('details', {},
      el('summary', {}, el('strong', {}, row.event), ' ', row.signed ? null : badge('not signed', 'warn')),
      el('code', { class: 'long' }, row.body)),
    el('div', { class: 'quiet long' }, time(row.created_at), ' · ', row.url)),
    cell('Delivery', badge(deliveryState(row), row.delivered ? 'good' : row.attempts.length === 0 ? '' : 'bad'),
      row.attempts.map(attempt => el('div', { class: 'quiet long' }, time(attempt.at), ` ${attempt.status ?? attempt.failure}`)),
      row.next_attempt_at === null ? null : el('div', { class: 'quiet' }, 'Next attempt: ', time(row.next_attempt_at))),
    cell('Actions', action('Send again', async () => {
      await call('POST', `webhooks/resend?id=${encodeURIComponent(row.id)}`);
      reload();
    }, { class: 'small', 'aria-label': `Send ${row.event} again` })));
}

function deliveryState(row) {
  if (row.delivered) {
    return 'delivered';
  }
  return row.attempts.length === 0 ? 'sending' : row.next_attempt_at === null ? 'failed' : 'waiting';
}
