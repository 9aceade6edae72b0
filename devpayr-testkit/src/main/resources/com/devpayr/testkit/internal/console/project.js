import { api, call } from './api.js';
import { badge, cell, checkbox, confirmAction, el, field, form, showStatus, select, table, time } from './dom.js';
import { action, filled, pager, toggle, utc, webhook } from './parts.js';

const TYPES = 'snippet html script component config json markdown css include sdk_module docs template'.split(' ');
const MODES = 'inject write replace symlink append prepend mount inline_render stream'.split(' ');
const PARTS = { licenses: showLicenses, domains: showDomains, injectables: showInjectables };

export async function showProject(main, id, part = 'licenses') {
  const path = `project/${id}`;
  const [project, switches] = await Promise.all([api('GET', path), call('GET', `projects/${id}`)]);
  const content = el('div');
  main.append(
    el('p', {}, el('a', { href: '#/projects' }, '← Projects')),
    el('div', { class: 'row' },
      el('h2', { id: 'project-name' }, project.name),
      action('Delete project', async () => {
        if (await confirmAction(`Delete the project “${project.name}”? Its licenses stop working.`, 'Delete')) {
          await api('DELETE', path);
          location.hash = '#/projects';
        }
      }, { class: 'small danger' })),
    el('p', { class: 'quiet' }, `Project ${project.id} · `, el('code', {}, project.slug)),
    el('div', { class: 'row switches' },
      toggle('Project is paid', 'Paid', project.has_paid, paid => api('PATCH', path, { has_paid: paid })),
      toggle('Project is active', 'Active', switches.is_active, active => call('PATCH', `projects/${id}`, { is_active: active })),
      toggle('Project is locked', 'Locked', switches.is_locked, locked => call('PATCH', `projects/${id}`, { is_locked: locked }))),
    webhook(project.webhook_url, switches.has_webhook_secret, values => api('PATCH', path, values)),
    el('nav', { class: 'parts', 'aria-label': 'Project sections' }, Object.keys(PARTS).map(name =>
      el('a', { href: `#/projects/${id}/${name}`, 'aria-current': name === part ? 'true' : null },
        name[0].toUpperCase() + name.slice(1)))),
    content);
  await PARTS[part](content, path);
}

async function showLicenses(main, path) {
  const list = el('div');
  main.append(list, newLicense(path, () => list.dispatchEvent(new Event('reload'))));
  await pager(list, cursor => api('GET', `${path}/licenses${cursor}`), 'No licenses yet.', async licenses => {
    const { usage } = await call('GET', `usage?licenses=${licenses.map(license => license.id).join(',')}`);
    const usedBy = new Map(usage.map(row => [row.id, row]));
    return table('Licenses', ['License', 'Status', 'Usage', 'Actions'], licenses.map(license =>
      licenseRow(path, license, usedBy.get(license.id), () => list.dispatchEvent(new Event('reload')))));
  });
}

function licenseRow(path, license, usage, reload) {
  const its = `${path}/licenses/${license.id}`;
  const domains = Object.entries(usage.domains).flatMap(([base, subdomains]) => [base, ...subdomains]);
  const change = (label, method, suffix) => action(label, async () => {
    await api(method, its + suffix);
    reload();
  }, { class: 'small', 'aria-label': `${label} ${license.title}` });
  return el('tr', {},
    cell('License', el('strong', {}, license.title), ' ', el('span', { class: 'quiet' }, `#${license.id}`), el('br'),
      el('code', { class: 'long' }, license.uuid)),
    cell('Status', badge(license.status, license.status === 'active' ? 'good' : 'bad'),
      license.is_test_license ? badge('test') : null,
      license.expires_at === null ? null : el('div', { class: 'quiet' }, 'until ', time(license.expires_at))),
    cell('Usage', el('div', {}, `${usage.checks_today}${license.max_usage_per_day === null ? '' : ` of ${license.max_usage_per_day}`} today`),
      domains.length === 0 ? null : el('div', { class: 'quiet long' }, domains.join(', ')),
      toggle(`${license.title}: project domains only`, 'Project domains only', usage.validate_against === 'project_domains',
        only => api('PUT', its, { validate_against: only ? 'project_domains' : 'license_domains' }))),
    cell('Actions', el('div', { class: 'row' },
      license.status === 'revoked' ? change('Reactivate', 'POST', '/reactivate') : change('Revoke', 'POST', '/revoke'),
      action('Reset usage', async () => { await call('DELETE', `usage/${license.id}`); reload(); },
        { class: 'small', 'aria-label': `Reset usage of ${license.title}` }),
      action('Delete', async () => {
        if (await confirmAction(`Delete the license “${license.title}”?`, 'Delete')) {
          await api('DELETE', its);
          reload();
        }
      }, { class: 'small danger', 'aria-label': `Delete ${license.title}` }))));
}

function newLicense(path, reload) {
  return el('details', { class: 'card' }, el('summary', {}, 'New license'),
    form({ class: 'grid' }, async (values, element) => {
      const license = await api('POST', `${path}/licenses`, {
        ...filled(values, ['title', 'max_domains', 'max_subdomains_per_domain', 'max_usage_per_day', 'allowed_ips', 'allowed_countries']),
        expires_at: utc(values.get('expires_at')),
        is_test_license: values.has('is_test_license'),
      });
      element.reset();
      showStatus(`License ${license.id} created.`);
      reload();
    },
    field('Title', el('input', { name: 'title', required: true, autocomplete: 'off' })),
    field('Expires (UTC)', el('input', { name: 'expires_at', type: 'datetime-local' }), 'Leave empty for no expiry.'),
    field('Maximum domains', el('input', { name: 'max_domains', type: 'number', min: 0 }), 'Leave empty for the default of the account.'),
    field('Maximum subdomains per domain', el('input', { name: 'max_subdomains_per_domain', type: 'number', min: 0 })),
    field('Maximum checks per day', el('input', { name: 'max_usage_per_day', type: 'number', min: 0 })),
    field('Allowed IP addresses', el('input', { name: 'allowed_ips' }), 'Comma-separated. Leave empty to allow all.'),
    field('Allowed countries', el('input', { name: 'allowed_countries' }), 'Comma-separated two-letter codes.'),
    checkbox('Test license (test domains only)', { name: 'is_test_license' }),
    el('button', { type: 'submit' }, 'Create license')));
}

async function showDomains(main, path) {
  const list = el('div');
  const reload = () => list.dispatchEvent(new Event('reload'));
  main.append(list, el('details', { class: 'card' }, el('summary', {}, 'New domain'),
    form({ class: 'grid' }, async (values, element) => {
      await api('POST', `${path}/domains`, {
        ...filled(values, ['domain', 'environment']),
        is_verified: values.has('is_verified'),
      });
      element.reset();
      showStatus('Domain added.');
      reload();
    },
    field('Domain', el('input', { name: 'domain', required: true, autocomplete: 'off', inputmode: 'url' }), 'A host name, without scheme or path.'),
    field('Environment', select('environment', ['production', 'staging', 'development'].map(word => [word, word]))),
    checkbox('Verified', { name: 'is_verified', checked: true }),
    el('button', { type: 'submit' }, 'Add domain'))));
  await pager(list, cursor => api('GET', `${path}/domains${cursor}`), 'No domains yet.', async rows => {
    const domains = await Promise.all(rows.map(row => api('GET', `${path}/domain/${row.id}`)));
    return table('Domains', ['Domain', 'Settings', 'Actions'], domains.map(domain => {
      const flag = (name, text) => toggle(`${domain.domain}: ${text}`, text, domain[name],
        on => api('PUT', `${path}/domain/${domain.id}`, { [name]: on }));
      return el('tr', {},
        cell('Domain', el('strong', { class: 'long' }, domain.domain), ' ', badge(domain.environment)),
        cell('Settings', el('div', { class: 'row' },
          flag('has_paid', 'Paid'), flag('is_active', 'Active'), flag('is_verified', 'Verified'), flag('is_primary', 'Primary'),
          flag('is_locked', 'Locked'))),
        cell('Actions', action('Delete', async () => {
          if (await confirmAction(`Delete the domain “${domain.domain}”?`, 'Delete')) {
            await api('DELETE', `${path}/domains/${domain.id}`);
            reload();
          }
        }, { class: 'small danger', 'aria-label': `Delete ${domain.domain}` })));
    }));
  });
}

async function showInjectables(main, path) {
  const list = el('div');
  const reload = () => list.dispatchEvent(new Event('reload'));
  main.append(list, el('details', { class: 'card' }, el('summary', {}, 'New injectable'),
    form({ class: 'grid' }, async (values, element) => {
      await api('POST', `${path}/injectables`, {
        ...filled(values, ['title', 'slug', 'type', 'mode', 'target_path', 'secret', 'content']),
        only_if_paid: values.has('only_if_paid'),
        is_active: true,
      });
      element.reset();
      showStatus('Injectable created. Its content is stored encrypted; its secret is not stored.');
      reload();
    },
    field('Title', el('input', { name: 'title', autocomplete: 'off' })),
    field('Slug', el('input', { name: 'slug', autocomplete: 'off' }), 'Leave empty to generate it.'),
    field('Type', select('type', TYPES.map(word => [word, word]))),
    field('Mode', select('mode', MODES.map(word => [word, word, word === 'write']))),
    field('Target path', el('input', { name: 'target_path', required: true, autocomplete: 'off' })),
    field('Secret', el('input', { name: 'secret', type: 'password', required: true, autocomplete: 'off' }), 'At least 8 characters.'),
    field('Content', el('textarea', { name: 'content', rows: 4, required: true })),
    checkbox('Deliver only when paid', { name: 'only_if_paid' }),
    el('button', { type: 'submit' }, 'Create injectable'))));
  await pager(list, cursor => api('GET', `${path}/injectables${cursor}`), 'No injectables yet.', async rows => {
    const { deliveries } = await call('GET', `deliveries?injectables=${rows.map(row => row.id).join(',')}`);
    const deliveredAt = new Map(deliveries.map(row => [row.id, row.last_delivered_at]));
    return table('Injectables', ['Injectable', 'Delivery', 'Actions'], rows.map(row => {
      const flag = (name, text) => toggle(`${row.slug}: ${text}`, text, row[name],
        on => api('PUT', `${path}/injectables/${row.id}`, { [name]: on }));
      return el('tr', {},
        cell('Injectable', el('strong', {}, row.title ?? row.slug), ' ', badge(row.type), badge(row.mode), el('br'),
          el('code', { class: 'long' }, row.target_path)),
        cell('Delivery', el('div', { class: 'row' }, flag('is_active', 'Active'), flag('only_if_paid', 'Only if paid')),
          el('div', { class: 'quiet' }, 'Last delivered: ', time(deliveredAt.get(row.id) ?? null))),
        cell('Actions', action('Delete', async () => {
          if (await confirmAction(`Delete the injectable “${row.slug}”?`, 'Delete')) {
            await api('DELETE', `${path}/injectables/${row.id}`);
            reload();
          }
        }, { class: 'small danger', 'aria-label': `Delete ${row.slug}` })));
    }));
  });
}
