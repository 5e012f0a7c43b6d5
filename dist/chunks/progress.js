import { r as __name } from "./rolldown-runtime.js";
import { r as bar } from "./bars.js";
import { c as counted, s as count, v as tokens, y as usd } from "./margins.js";
import { c as terminalText } from "./neutralise.js";

// src/cli/duration.ts
/** Formats a duration in words, such as `40 s`, `12 min 5 s` or `3 h 10 min`. */
function duration(seconds) {
	const whole = Math.ceil(seconds);
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
	return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}

// src/cli/pace.ts
/**
* The rate is measured over the last minute, because servers warm up, slow down and pause. If the last 20 parts took
* longer, the rate is measured over those.
*/
const WINDOW_MS = 6e4;
const WINDOW_PARTS = 20;
const POINT_EVERY_MS = 500;
/**
* The remaining time is estimated only after this much time, and after this many answers or this share of all answers,
* whichever is less.
*/
const LEAST_MS = 2e4;
const LEAST_ANSWERS = 50;
const LEAST_SHARE = .1;
/**
* No estimate is given while the rate changes by more than this factor within the window. This delays the estimate by
* at most this long.
*/
const STEADY = 2;
const LONGEST_WAIT_MS = 12e4;
function openPace() {
	let points = [];
	let first;
	let last = {
		ms: 0,
		done: 0
	};
	const rateSince = (from, to) => from === void 0 || to.ms <= from.ms ? 0 : (to.done - from.done) / (to.ms - from.ms) * 1e3;
	const perSecond = (nowMs) => rateSince(points[0], {
		ms: nowMs,
		done: last.done
	});
	/** Whether the second half of the window is about as fast as the first. */
	const isSteady = (nowMs) => {
		const [from] = points;
		if (from === void 0) return false;
		const middle = points.find(({ ms }) => ms >= (from.ms + nowMs) / 2) ?? last;
		const [before, after] = [rateSince(from, middle), rateSince(middle, {
			ms: nowMs,
			done: last.done
		})];
		return after <= STEADY * before && before <= STEADY * after;
	};
	return {
		see: (done, nowMs) => {
			if (done <= 0) return;
			last = {
				ms: nowMs,
				done
			};
			first ??= last;
			const latest = points.at(-1);
			if (latest === void 0 || nowMs - latest.ms >= POINT_EVERY_MS) points.push(last);
			const start = points.findLastIndex((point) => point.ms <= nowMs - WINDOW_MS && point.done <= done - WINDOW_PARTS);
			if (start > 0) points = points.slice(start);
		},
		perSecond,
		secondsLeft: (left, nowMs) => {
			if (first === void 0) return void 0;
			const [waited, answers] = [nowMs - first.ms, last.done - first.done];
			const isEnough = waited >= LEAST_MS && answers >= Math.min(LEAST_ANSWERS, LEAST_SHARE * (left + answers));
			const rate = perSecond(nowMs);
			if (!isEnough || rate <= 0) return void 0;
			return isSteady(nowMs) || waited >= LONGEST_WAIT_MS ? left / rate : void 0;
		}
	};
}

// src/cli/stage-line.ts
/** The minimum duration of a stage that is shown. */
const SHOWN_AFTER_MS = 2e3;
/** The remaining time is estimated once this much time has passed and this share is done. */
const ESTIMATED_AFTER_MS = 4e3;
const ESTIMATED_AFTER_SHARE = .05;
const BAR_WIDTH$1 = 20;
/** The unit that each stage counts; undefined if only the percentage is of interest. */
const COUNTED = {
	reading: void 0,
	grading: "item",
	measuring: void 0,
	"self-test": "split",
	converting: "row"
};
/** Formats a log line about a stage, such as `grading: 1,200 of 4,000 items, 12 s left`. */
function stageLine(progress, elapsedMs) {
	const { stage, done, total } = progress;
	const noun = COUNTED[stage];
	return `${stage}: ${noun === void 0 ? percent(progress) : `${count(done)} of ${counted(total, noun)}`}${timeLeft(progress, elapsedMs)}`;
}
/** Formats a stage's bar for a terminal. */
function stageBar(progress, elapsedMs) {
	const { stage, done, total } = progress;
	const amount = COUNTED[stage] === void 0 ? percent(progress) : `${count(done)}/${count(total)}`;
	const drawn = bar(shareOf(progress), BAR_WIDTH$1).padEnd(BAR_WIDTH$1);
	return `${stage.padEnd(28)} ${drawn} ${amount}${timeLeft(progress, elapsedMs)}`;
}
const shareOf = ({ done, total }) => total === 0 ? 1 : Math.min(1, done / total);
const percent = (progress) => `${Math.floor(100 * shareOf(progress))}%`;
function timeLeft(progress, elapsedMs) {
	const share = shareOf(progress);
	if (share === 1 || elapsedMs < ESTIMATED_AFTER_MS || share < ESTIMATED_AFTER_SHARE) return "";
	return `, ${duration(elapsedMs / 1e3 * (1 / share - 1))} left`;
}

// src/cli/terminal.ts
/** Whether a CI service runs this process. Its runner may provide a terminal, but the output goes to a log. */
function isJob(env) {
	return [
		"CI",
		"GITHUB_ACTIONS",
		"GITEA_ACTIONS"
	].some((name) => ![
		"",
		"0",
		"false"
	].includes(env[name] ?? ""));
}
/** The number of columns to assume if the width is unknown, as in a log. */
const LOG_COLUMNS = 100;
/**
* Determines how to render output for a stream. Respects NO_COLOR and FORCE_COLOR. A plain Linux console gets no
* Unicode characters.
*/
function renderingFor(stream, env) {
	const isTerminal = stream.isTTY === true;
	const wanted = env["FORCE_COLOR"];
	const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
	return {
		colour: wanted === void 0 ? isTerminal && !refused : wanted !== "0" && wanted !== "false",
		columns: (isTerminal ? stream.columns : void 0) ?? LOG_COLUMNS,
		unicode: env["TERM"] !== "linux" && env["TERM"] !== "dumb"
	};
}

// src/cli/progress.ts
const LOG_EVERY_MS = 1e4;
/** How often a job prints progress. This is less often than elsewhere, because a job's log keeps every line. */
const LOG_IN_JOB_EVERY_MS = 3e4;
const DRAW_EVERY_MS = 100;
const BAR_WIDTH = 20;
const CLEAR_LINE = "\x1B[2K";
/**
* On a terminal, shows one bar for each suite and side, and one each for judges' verdicts, embeddings and the current
* stage, and redraws them in place. Below the sampling bars are the rate, the tokens, the cost (if there are prices)
* and the remaining time. If the stream is not a terminal, prints one line every 10 seconds. In a job, prints one line
* every 30 seconds, even if the runner provides a terminal. A stage is shown once it has taken two seconds.
*/
function progressDisplay({ err, env }, now) {
	const inJob = isJob(env);
	const isDrawn = err.isTTY && !inJob;
	const everyMs = isDrawn ? DRAW_EVERY_MS : inJob ? LOG_IN_JOB_EVERY_MS : LOG_EVERY_MS;
	const states = /* @__PURE__ */ new Map();
	const pace = openPace();
	let judging;
	let embedding;
	let stage;
	let drawn = 0;
	let stopped = false;
	let told = "";
	let shownMs = Number.NEGATIVE_INFINITY;
	const draw = () => {
		const lines = [
			...states.size === 0 ? [] : [...[...states.values()].map(barLine), totalLine()],
			...judging === void 0 ? [] : [barLine({
				suite: "verdicts",
				side: "",
				...judging
			})],
			...embedding === void 0 ? [] : [barLine({
				suite: "embeddings",
				side: "",
				...embedding
			})],
			...stage === void 0 || !isLong() ? [] : [stageBar(stage.progress, now() - stage.sinceMs)]
		];
		shownMs = now();
		const up = drawn > 0 ? `\u001B[${drawn}A` : "";
		if (lines.length > 0) err.write(`${up}${lines.map((line) => `${CLEAR_LINE}${fit(line)}\n`).join("")}`);
		drawn = lines.length;
	};
	const log = () => {
		const line = lastLine();
		shownMs = now();
		if (line === told || line === "") return;
		told = line;
		err.write(`${line}\n`);
	};
	const isLong = () => stage !== void 0 && now() - stage.sinceMs >= 2e3;
	/** The line about the current work. Completions are first sampled, then graded or judged, embedded, and measured. */
	const lastLine = () => {
		if (stage !== void 0) return isLong() ? stageLine(stage.progress, now() - stage.sinceMs) : "";
		if (embedding !== void 0) return partLine("embedding", "solution", embedding);
		if (judging !== void 0 && isDone()) return partLine("judging", "completion", judging);
		return states.size > 0 ? totalLine() : "";
	};
	/** Ends the current stage. In a log, the final state of the work before the stage is printed first. */
	const begin = (isOther) => {
		if (isOther && !isDrawn) log();
		stage = void 0;
	};
	const isDone = () => [...states.values()].every(({ done, failed, total }) => done + failed === total);
	const totalLine = () => {
		const all = [...states.values()];
		const sum = (value) => all.reduce((total, progress) => total + value(progress), 0);
		const done = sum(({ done, failed }) => done + failed);
		const total = sum((progress) => progress.total);
		const rate = pace.perSecond(now());
		const seconds = done < total ? pace.secondsLeft(total - done, now()) : void 0;
		const left = seconds === void 0 ? "" : `, ${duration(seconds)} left`;
		const failed = sum((progress) => progress.failed);
		const cost = all.every(({ costUsd }) => costUsd !== void 0) ? sum(({ costUsd }) => costUsd ?? 0) : void 0;
		const spent = cost === void 0 ? "" : `, ${usd(cost)}`;
		return `sampling: ${count(done)} of ${counted(total, "sample")}${failed > 0 ? ` (${count(failed)} failed)` : ""}, ${count(Math.round(rate))} per second, ${tokens(sum(({ completionTokens }) => completionTokens))} completion tokens${spent}${left}`;
	};
	const fit = (line) => line.slice(0, Math.max(20, (err.columns || 100) - 1));
	const timer = setInterval(isDrawn ? draw : log, everyMs);
	timer.unref();
	return {
		onProgress: (progress) => {
			begin(states.size === 0);
			states.set(`${progress.suite}\n${progress.side}`, progress);
			const arrived = [...states.values()].reduce((sum, { done, failed, cached }) => sum + done + failed - cached, 0);
			pace.see(arrived, now());
		},
		onJudging: (progress) => {
			begin(judging === void 0);
			judging = progress;
		},
		onEmbedding: (progress) => {
			begin(embedding === void 0);
			embedding = progress;
		},
		onStage: (progress) => {
			if (stage?.progress.stage !== progress.stage) {
				begin(true);
				stage = {
					progress,
					sinceMs: now()
				};
				return;
			}
			stage = {
				...stage,
				progress
			};
			if (stopped || !isLong()) return;
			if (shownMs < stage.sinceMs + 2e3 || now() - shownMs >= everyMs) (isDrawn ? draw : log)();
		},
		onWarning: (message) => {
			drawn = 0;
			err.write(`warning: ${terminalText(message, 500)}\n`);
		},
		onNote: (message) => {
			drawn = 0;
			err.write(`${terminalText(message, 500)}\n`);
		},
		stop: () => {
			if (stopped) return;
			stopped = true;
			clearInterval(timer);
			if (isDrawn) draw();
			else log();
		}
	};
}
function barLine({ suite, side, done, failed, cached, total }) {
	const share = total === 0 ? 1 : (done + failed) / total;
	const stored = cached > 0 ? `, ${count(cached)} from the store` : "";
	const lost = failed > 0 ? `, ${count(failed)} failed` : "";
	return `${`${terminalText(suite, 24)} ${side}`.padEnd(28)} ${bar(share, BAR_WIDTH).padEnd(BAR_WIDTH)} ${count(done)}/${count(total)}${stored}${lost}`;
}
function partLine(what, of, { done, failed, cached, total }) {
	const stored = cached > 0 ? `, ${count(cached)} from the store` : "";
	const lost = failed > 0 ? ` (${count(failed)} failed)` : "";
	return `${what}: ${count(done + failed)} of ${counted(total, of)}${lost}${stored}`;
}

export { renderingFor as n, progressDisplay as t };