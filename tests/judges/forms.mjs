// Does the form viewer of bpmn.io take these forms, and what does it ask for when nothing is filled in?
// usage: node forms.mjs FILE...    one JSON line per form:
// {file, warnings, errors, fields, drawn, missing}: keys of all input fields, number of fields drawn,
// and the complaints of a submit with empty data by key.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bundled } from './bundle.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// Runs inside the page.
async function show(schema) {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  const messages = list => (list ?? []).map(one => one.message ?? String(one));
  try {
    const form = await window.Viewer.createForm({ container, schema, data: {} });
    await painted();
    const all = form.get('formFieldRegistry').getAll();
    const missing = {};
    for (const [id, complaints] of Object.entries(form.submit().errors)) {
      const field = all.find(one => one.id === id);
      missing[field?.key ?? id] = messages(Array.isArray(complaints) ? complaints : [complaints]);
    }
    return {
      warnings: [],
      errors: [],
      fields: all.filter(field => field.key).map(field => field.key),
      drawn: container.querySelectorAll('.fjs-form-field:not(.fjs-powered-by)').length,
      missing,
    };
  } catch (error) {
    return {
      warnings: messages(error.warnings), errors: [error.message], fields: [], drawn: 0, missing: {},
    };
  }
}

async function judge(page, file) {
  const thrown = [];
  const said = [];
  const onError = error => thrown.push(error.message);
  const onConsole = message => {
    if (message.type() === 'error') thrown.push(message.text());
    if (message.type() === 'warning') said.push(message.text());
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);
  let seen;
  try {
    seen = await page.evaluate(show, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    seen = { warnings: [], errors: [error.message], fields: [], drawn: 0, missing: {} };
  }
  page.off('pageerror', onError);
  page.off('console', onConsole);
  return {
    file, ...seen, warnings: [...seen.warnings, ...said], errors: [...seen.errors, ...thrown],
  };
}

const viewer = await bundled(
  'export { createForm } from "@bpmn-io/form-js-viewer";',
  { format: 'iife', globalName: 'Viewer' },
);
const folder = mkdtempSync(join(tmpdir(), 'forms-'));
const browser = await chromium.launchPersistentContext(folder, {
  executablePath: BROWSERS.find(existsSync), headless: true, args: FLAGS,
});
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ content: viewer });
  for (const file of process.argv.slice(2)) {
    console.log(JSON.stringify(await judge(page, file)));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
