import { r as __name } from "./chunks/rolldown-runtime.js";
import { t as ApartMeasurement } from "./chunks/measure-apart.js";
import { parentPort } from "node:worker_threads";

// src/run/stages/measure-worker.ts
const port = parentPort;
if (port === null) throw new Error("this file is a worker");
const measurement = new ApartMeasurement();
port.on("message", (message) => {
	if ("read" in message) measurement.read(message.read);
	else port.postMessage(measurement.measure(message.measure));
});

export {  };