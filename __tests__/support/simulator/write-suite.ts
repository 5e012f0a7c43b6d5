import { calculate, equationsOfWay } from './calculation.ts';
import type { Family } from './family.ts';
import type { SimulatedLine } from './simulated-item.ts';
import { families } from './simulated-item.ts';
import { streamFor } from './stream.ts';

const people = [
  'Amara',
  'Björn',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Grace',
  'Hiro',
  'Ines',
  'Jamal',
  'Katya',
  'Liam',
  'Mei',
  'Noor',
  'Oskar',
  'Priya',
  'Quinn',
  'Rosa',
  'Samir',
  'Thandi',
] as const;

/** Rejects a problem if two of its ways happen to write the same equations, or if a number on them is not positive. */
function wellFormed(family: Family, numbers: readonly number[]): boolean {
  const ways = family.ways(numbers);
  const sets = new Set(ways.map((way) => [...equationsOfWay(way)].sort().join(';')));
  const results = ways.flatMap((way) => calculate(way).steps.map(({ result }) => result));
  return sets.size === ways.length && results.every((result) => Number.isInteger(result) && result > 0);
}

/**
 * Writes the lines of an eval set: word problems for the role `target`, longer chains for `ood`. Families
 * take turns, so groups and families have equal sizes up to one item per family; the order is shuffled. The
 * same seed writes the same lines, and no prompt occurs twice.
 */
export function writeSuite({
  role,
  items,
  seed,
}: {
  readonly role: 'target' | 'ood';
  readonly items: number;
  readonly seed: number;
}): readonly SimulatedLine[] {
  const stream = streamFor('suite', role, seed);
  const turns = families.filter((family) => family.role === role);
  const prompts = new Set<string>();
  const drawn = Array.from({ length: items }, (_, place) => {
    const family = turns[place % turns.length];
    if (family === undefined) throw new Error(`no family of role ${role}`);
    for (;;) {
      const numbers = family.draw(stream);
      const wordings = family.prompts(numbers, people[stream.integer(0, people.length - 1)] ?? people[0]);
      const prompt = wordings[stream.integer(0, wordings.length - 1)] ?? '';
      if (!prompts.has(prompt) && wellFormed(family, numbers)) {
        prompts.add(prompt);
        return { family, numbers, prompt, turn: stream.uniform() };
      }
    }
  });
  const prefix = role === 'target' ? 'word' : 'chain';
  const digits = Math.max(3, String(items).length);
  return drawn
    .sort((a, b) => a.turn - b.turn)
    .map(({ family, numbers, prompt }, place) => {
      const [way] = family.ways(numbers);
      if (way === undefined) throw new Error(`"${family.name}" has no way`);
      return {
        id: `${prefix}-${String(place + 1).padStart(digits, '0')}`,
        prompt,
        answer: String(calculate(way).answer),
        group: `${family.steps} steps`,
        meta: { family: family.name, numbers: [...numbers] },
      };
    });
}

/** Lines as a JSONL file. */
export function toJsonLines(lines: readonly SimulatedLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
