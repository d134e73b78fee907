// What do the reader and the linter of bpmn.io say about these BPMN files?
// usage: node bpmn.mjs FILE...     one JSON line per file: {file, warnings, errors}
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundled } from './bundle.mjs';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const recommended = require('bpmnlint/config/recommended.js');
const rules = Object.keys(recommended.rules);

const code = await bundled(
  `
    export { BpmnModdle } from 'bpmn-moddle';
    export { default as lint } from 'bpmnlint';
    export { default as StaticResolver } from 'bpmnlint/lib/resolver/static-resolver.js';
    ${rules.map((rule, i) => `import rule${i} from 'bpmnlint/rules/${rule}.js';`).join('\n')}
    export const ruleFactories = [${rules.map((_, i) => `rule${i}`)}];
  `,
  { format: 'esm', platform: 'node' },
);
const { BpmnModdle, lint, StaticResolver, ruleFactories } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
);

const resolver = new StaticResolver(Object.fromEntries([
  ['config:bpmnlint/recommended', recommended],
  ...rules.map((rule, i) => [`rule:bpmnlint/${rule}`, ruleFactories[i]]),
]));

// Reader and linter remember what they saw, so every file gets its own.
async function judge(file) {
  const warnings = [];
  const errors = [];
  try {
    const moddle = new BpmnModdle({ camunda });
    const read = await moddle.fromXML(readFileSync(file, 'utf8'));
    warnings.push(...read.warnings.map(warning => warning.message));

    const linter = new lint.Linter({ config: { extends: 'bpmnlint:recommended' }, resolver });
    for (const [rule, found] of Object.entries(await linter.lint(read.rootElement))) {
      for (const { category, id, message } of found) {
        if (category === 'error' || category === 'rule-error') {
          errors.push(`${rule} at ${id}: ${message}`);
        }
      }
    }
  } catch (error) {
    errors.push(`not readable: ${error.message}`);
  }
  return { file, warnings, errors };
}

for (const file of process.argv.slice(2)) {
  console.log(JSON.stringify(await judge(file)));
}
