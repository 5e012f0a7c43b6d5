import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { r as readRows, t as recogniseFile } from "./select-rows.js";
import { o as importCommand } from "./commands.js";

// src/run/stages/explain-published.ts
/**
* Explains a file of items that is in fact published data, with the command that converts it: a JSONL file with other
* fields, a JSON list, CSV, TSV or Parquet, plain or packed. Undefined if the file contains neither a known data set nor a
* table, or cannot be read.
*/
async function explainPublished(path, open) {
	try {
		const file = await readRows(path, open);
		const recognised = recogniseFile(file);
		const out = `${path.replace(/(?:\.(?:jsonl|json|csv|tsv|parquet|gz))+$/iu, "")}.items.jsonl`;
		if (recognised !== void 0) {
			const { name, title } = recognised.format;
			return {
				what: `this is ${title}'s published form, expected items: one JSON object per line with a prompt`,
				fix: `Convert it, then use the new file under items: ${importCommand(name, [path], out)}`
			};
		}
		if (file.kind === "JSON" || file.kind === "JSONL") return void 0;
		const fields = Object.keys(file.rows[0]?.fields ?? {});
		return {
			what: `this is a ${file.kind} file, expected JSONL: one item per line`,
			fix: `Convert it with the names of its fields (${fields.slice(0, 10).join(", ")}), then use the new file under items: ${importCommand("custom", [path], out)} --prompt '{{question}}' --answer '{{answer}}'`
		};
	} catch (error) {
		if (error instanceof ConfigError) return void 0;
		throw error;
	}
}

export { explainPublished };