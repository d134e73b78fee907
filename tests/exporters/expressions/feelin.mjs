// What does feelin (FEEL of bpmn.io) say? stdin: JSON list of {kind, text, context}; kind "expression" or "unary"
// (then context["?"] is the input). stdout: JSON list of {value} or {error}.
import { readFileSync } from 'node:fs';
import { evaluate, unaryTest } from '../../judges/node_modules/@bpmn-io/feelin/dist/index.js';

const asked = JSON.parse(readFileSync(0, 'utf8'));
const answers = asked.map(({ kind, text, context }) => {
  try {
    const found = kind === 'unary' ? unaryTest(text, context) : evaluate(text, context);
    const value = found && typeof found === 'object' && 'value' in found ? found.value : found;
    return { value: value === undefined ? null : value };
  } catch (error) {
    return { error: String(error.message) };
  }
});
console.log(JSON.stringify(answers));
