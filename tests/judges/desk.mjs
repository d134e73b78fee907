// How fast is the modeler of bpmn.io on a BPMN file, in a page of 1400 x 900?
// usage: node desk.mjs FILE     one JSON line: milliseconds of one frame each, and the heap in MB.
// A frame is the change and the painting of it: until the browser has drawn and has nothing left to do.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--enable-precise-memory-info',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// Runs inside the page.
async function play(xml) {
  const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  const middle = list => list.sort((one, two) => one - two)[list.length >> 1];
  const timed = async (deed, times) => {
    const all = [];
    for (let number = 0; number < times; number++) {
      const begin = performance.now();
      deed(number);
      await painted();
      all.push(performance.now() - begin);
    }
    return middle(all);
  };
  const heap = () => (performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0);
  const found = {};
  const before = heap();
  const modeler = new window.BpmnJS({ container: '#place' });
  const begin = performance.now();
  await modeler.importXML(xml);
  await painted();
  found.open = performance.now() - begin;
  found.memory = heap() - before;
  const canvas = modeler.get('canvas');
  const modeling = modeler.get('modeling');
  const stack = modeler.get('commandStack');
  const factory = modeler.get('elementFactory');
  const tasks = modeler.get('elementRegistry').filter(one => one.type === 'bpmn:Task');
  const corner = { x: 200, y: 200 };
  canvas.zoom(1, corner);
  await painted();
  found.pan = await timed(() => canvas.scroll({ dx: -20, dy: 0 }), 9);
  found.zoom = await timed(number => canvas.zoom(1 + (number % 2) * 0.1), 5);
  found.fit = await timed(() => canvas.zoom('fit-viewport'), 1);
  found.pan_fit = await timed(number => canvas.scroll({ dx: number % 2 ? 10 : -10, dy: 0 }), 5);
  canvas.zoom(1, corner);
  await painted();
  const one = tasks[Math.min(3, tasks.length - 1)];
  found.move = await timed(() => modeling.moveElements([one], { x: 5, y: 0 }), 5);
  found.undo = await timed(() => stack.undo(), 5);
  found.rename = await timed(number => modeling.updateLabel(one, `Schritt ${number}`), 5);
  found.append = await timed(
    () => modeling.appendShape(one, factory.createShape({ type: 'bpmn:Task' })), 3);
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const browser = await chromium.launchPersistentContext(folder, {
  executablePath: BROWSERS.find(existsSync), headless: true, args: FLAGS,
  viewport: { width: 1400, height: 900 },
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.setContent('<style>html,body,#place{height:100%;margin:0}</style><div id="place"></div>');
  await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-modeler.production.min.js') });
  console.log(JSON.stringify(await page.evaluate(play, readFileSync(process.argv[2], 'utf8'))));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
