import { api, call, keysPath } from './api.js';
import { badge, button, cell, checkbox, confirmAction, copy, el, field, form, showStatus, select, table, time } from './dom.js';
import { action, utc } from './parts.js';

export async function showKeys(main) {
  const list = el('div', { 'data-reloads': '', onreload: () => read() });
  const names = new Map();
  const read = async () => {
    const { keys } = await call('GET', keysPath());
    list.replaceChildren(keys.length === 0
      ? el('p', { class: 'quiet' }, 'No API keys yet.')
      : table('API keys', ['Key', 'Access', 'Last used', 'Actions'], keys.reverse().map(key => row(key, names, read))));
  };
  const [{ scopes }, projects] = await Promise.all([call('GET', keysPath()), api('GET', 'projects')]);
  projects.data.forEach(project => names.set(project.id, project.name));
  main.append(el('h2', {}, 'API keys'), newKey(scopes, projects.data, read), list);
  await read();
}

function row(key, names, reload) {
  const kind = key.status === 'active' ? 'good' : 'bad';
  return el('tr', { 'data-key': key.id },
    cell('Key', el('strong', {}, key.name), ' ', badge(key.status, kind), el('br'), el('code', {}, `${key.prefix}…`)),
    cell('Access', el('div', {}, key.project_id === null ? 'all projects' : names.get(key.project_id) ?? `project ${key.project_id}`),
      el('div', { class: 'quiet' }, key.scopes.length === 9 ? 'all scopes' : key.scopes.join(', '))),
    cell('Last used', el('div', {}, time(key.last_used_at)),
      key.expires_at === null ? null : el('div', { class: 'quiet' }, 'until ', time(key.expires_at))),
    cell('Actions', el('div', { class: 'row' },
      key.status === 'revoked' ? null : action('Revoke', async () => {
        await call('POST', `keys/${key.id}/revoke`);
        showStatus(`API key “${key.name}” revoked.`);
        await reload();
      }, { class: 'small', 'aria-label': `Revoke ${key.name}` }),
      key.status === 'active' ? action('Rotate', async () => {
        const hours = await requestOverlap(key);
        if (hours !== null) {
          const issued = await call('POST', `keys/${key.id}/rotate`, { overlap_hours: hours });
          await reload();
          showNewKey(issued.value, key.name);
        }
      }, { class: 'small', 'aria-label': `Rotate ${key.name}` }) : null,
      action('Delete', async () => {
        if (await confirmAction(`Delete the API key “${key.name}”?`, 'Delete')) {
          await call('DELETE', `keys/${key.id}`);
          await reload();
        }
      }, { class: 'small danger', 'aria-label': `Delete ${key.name}` }))));
}

function newKey(scopes, projects, reload) {
  return el('details', { class: 'card', open: true }, el('summary', {}, 'Create new key'),
    form({ id: 'new-key', class: 'grid' }, async (values, element) => {
      const name = values.get('name');
      const issued = await call('POST', keysPath(), {
        name,
        scopes: values.getAll('scopes'),
        project_id: values.get('project_id') || null,
        expires_at: utc(values.get('expires_at')),
      });
      element.reset();
      await reload();
      showNewKey(issued.value, name);
    },
    field('Name', el('input', { name: 'name', required: true, autocomplete: 'off' })),
    field('Projects', select('project_id', [['', 'all projects'], ...projects.map(project => [project.id, project.name])])),
    field('Expires (UTC)', el('input', { name: 'expires_at', type: 'datetime-local' }), 'Leave empty for no expiry.'),
    el('fieldset', {}, el('legend', {}, 'Scopes'),
      el('div', { class: 'scopes' }, scopes.map(scope => checkbox(scope, { name: 'scopes', value: scope, checked: true }))),
      el('span', { class: 'error', 'data-error-of': 'scopes' })),
    el('button', { type: 'submit' }, 'Create key')));
}

/** Shows the value of a new key. Closing the dialog removes it from the page. */
function showNewKey(value, name) {
  const dialog = el('dialog', { id: 'new-key-value', 'aria-labelledby': 'new-key-title', onclose: () => dialog.remove() },
    el('h2', { id: 'new-key-title' }, `API key “${name}”`),
    el('p', {}, 'Copy the key now. It cannot be shown again, because the emulator stores only its hash.'),
    el('p', {}, el('code', { class: 'long value' }, value)),
    el('div', { class: 'row end' },
      button('Copy key', () => copy(value), { autofocus: true }),
      button('Done', () => dialog.close(), { class: 'primary' })));
  document.body.append(dialog);
  dialog.showModal();
}

function requestOverlap(key) {
  return new Promise(resolve => {
    let hours = null;
    const dialog = el('dialog', { 'aria-labelledby': 'rotate-title', onclose: () => { dialog.remove(); resolve(hours); } },
      el('h2', { id: 'rotate-title' }, `Rotate “${key.name}”`),
      form({}, async values => {
        hours = values.get('overlap_hours');
        dialog.close();
      },
      field('Hours until the old key expires', el('input', { name: 'overlap_hours', type: 'number', min: 0, value: 24, required: true })),
      el('div', { class: 'row end' }, button('Cancel', () => dialog.close()), el('button', { type: 'submit' }, 'Rotate'))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
